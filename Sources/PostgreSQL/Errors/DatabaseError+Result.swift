import CPostgreSQL

extension DatabaseError {
  /// The error that a result reports.
  ///
  /// Fields are read one by one: DETAIL, HINT and CONTEXT, which quote rows, are never touched.
  init(_ result: ResultHandle) {
    let message = result.diagnostic(GATEHOUSE_DIAG_MESSAGE_PRIMARY)
    guard let sqlState = result.diagnostic(GATEHOUSE_DIAG_SQLSTATE) else {
      // Only libpq itself makes an error without a SQLSTATE: it lost the connection.
      self = .connectionLost(message ?? "the server closed the connection")
      return
    }
    let severity = result.diagnostic(GATEHOUSE_DIAG_SEVERITY) ?? ""
    self.init(
      Self.hasStalePlan(result, sqlState) ? .staleStatement : Code(sqlState: sqlState),
      message: message ?? "", sqlState: sqlState,
      constraint: result.diagnostic(GATEHOUSE_DIAG_CONSTRAINT_NAME),
      table: result.diagnostic(GATEHOUSE_DIAG_TABLE_NAME),
      endsSession: severity == "FATAL" || severity == "PANIC")
  }

  /// An error while connecting, of which libpq gives nothing but a text.
  ///
  /// - Parameter text: in libpq's verbose form, where the SQLSTATE stands before the message.
  init(connecting text: String) {
    let sqlState = Self.sqlState(in: text)
    let code = sqlState.map { Code(sqlState: $0) } ?? .connectionLost
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    self.init(
      code == .other ? .connectionLost : code, message: line, sqlState: sqlState,
      endsSession: true)
  }

  static func connectionLost(_ message: String, mayHaveTakenEffect: Bool = false) -> Self {
    let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message
    return Self(
      .connectionLost, message: line, endsSession: true, mayHaveTakenEffect: mayHaveTakenEffect)
  }

  static func badColumn(_ name: String, _ reason: String) -> Self {
    Self(.badColumn, message: "column \(name) \(reason)")
  }

  static func badRowCount(_ count: Int) -> Self {
    Self(.badRowCount, message: "\(count) rows where one was expected")
  }

  /// The same error of a statement outside a transaction: when the connection broke, the server
  /// may have finished it.
  func whileAutocommitting() -> Self {
    guard endsSession else { return self }
    return Self(
      code, message: message, sqlState: sqlState, constraint: constraint, table: table,
      endsSession: true, mayHaveTakenEffect: true)
  }

  /// The same error during COMMIT: when the connection broke, nobody knows.
  func whileCommitting() -> Self {
    guard endsSession else { return self }
    return Self(
      .commitOutcomeUnknown, message: message, sqlState: sqlState, endsSession: true,
      mayHaveTakenEffect: true)
  }

  /// "cached plan must not change result type" has no SQLSTATE of its own; the function of the
  /// server that reports it does not depend on the server's language, as the message does.
  private static func hasStalePlan(_ result: ResultHandle, _ sqlState: String) -> Bool {
    sqlState == "0A000"
      && result.diagnostic(GATEHOUSE_DIAG_SOURCE_FUNCTION) == "RevalidateCachedQuery"
  }

  /// The five characters between "FATAL:  " and ": message".
  private static func sqlState(in text: String) -> String? {
    text.split(whereSeparator: { $0 == " " || $0.isNewline }).first { word in
      word.utf8.count == 6 && word.last == ":"
        && word.utf8.dropLast().allSatisfy {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        } && word != "FATAL:" && word != "PANIC:" && word != "ERROR:"
    }.map { String($0.dropLast()) }
  }
}
