/// Where a connection is within ``Connection/transaction(isolation:retries:_:)``.
enum TransactionState {
  /// In no transaction.
  case none
  /// BEGIN is to be sent together with the first statement.
  case pending(begin: SQL)
  /// BEGIN has been sent.
  case open
  /// A statement failed; the server takes only ROLLBACK.
  case failed(DatabaseError)
  /// Committed by the last statement.
  case finished

  /// Why no more statements are taken.
  var refusal: DatabaseError {
    switch self {
    case .failed(let error):
      DatabaseError(.transactionAborted, message: "a statement before failed: \(error.code)")
    default:
      DatabaseError(.badTransaction, message: "the transaction is not open")
    }
  }
}
