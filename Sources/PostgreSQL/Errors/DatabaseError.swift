/// What went wrong with the database.
///
/// The description may be logged: it never holds a bound value, nor DETAIL, which quotes rows.
public struct DatabaseError: Error, Hashable, Sendable {
  /// What kind of error it is.
  public let code: Code

  /// PostgreSQL's five characters, nil where no server answered.
  public let sqlState: String?

  /// The constraint that was violated.
  public let constraint: String?

  /// The table that the error is about, without its schema.
  public let table: String?

  /// The text of the error.
  ///
  /// It can quote values (`invalid input syntax for type integer: "…"`): it is for the person at
  /// the command line who gave them, never for a log or a client.
  public let message: String

  /// Whether the work may have been done all the same: the connection went away between a
  /// COMMIT, or a statement outside a transaction, and its answer. Read it back by its key.
  public let mayHaveTakenEffect: Bool

  /// Whether the session is gone, whatever the code.
  let endsSession: Bool

  init(
    _ code: Code, message: String, sqlState: String? = nil, constraint: String? = nil,
    table: String? = nil, endsSession: Bool = false, mayHaveTakenEffect: Bool = false
  ) {
    self.code = code
    self.message = message
    self.sqlState = sqlState
    self.constraint = constraint
    self.table = table
    self.endsSession = endsSession
    self.mayHaveTakenEffect = mayHaveTakenEffect
  }

  /// Whether the connection must be thrown away: no answer, the server went away or became
  /// read-only (a failover).
  public var isConnectionLoss: Bool {
    endsSession || code == .connectionLost || code == .commitOutcomeUnknown || code == .readOnly
  }

  /// Whether the same work, begun anew a little later, may succeed.
  ///
  /// Where ``mayHaveTakenEffect`` is true too, it has to be idempotent.
  public var isTransient: Bool {
    isConnectionLoss || isRetryable || code == .lockTimeout || code == .statementTimeout
      || code == .tooManyConnections
  }

  /// Whether a transaction that failed so is worth repeating at once: another transaction was in
  /// the way, or the plan of a prepared statement was out of date.
  var isRetryable: Bool {
    code == .serializationFailure || code == .deadlock || code == .staleStatement
  }
}

extension DatabaseError: CustomStringConvertible, CustomReflectable {
  /// Code, SQLSTATE, constraint, table, and the message where its kind cannot quote a value.
  public var description: String {
    var text = code.description
    if let sqlState { text += " (SQLSTATE \(sqlState))" }
    if let table { text += ", table \(table)" }
    if let constraint { text += ", constraint \(constraint)" }
    if messageQuotesNoValue { text += ": \(message)" }
    return text
  }

  /// The description alone, so that a dump does not show the message.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }

  /// By SQLSTATE class: data errors (22), violations (23) and raised ones (P0) quote values.
  private var messageQuotesNoValue: Bool {
    guard let sqlState else { return true }
    return Self.classesWithoutValues.contains(String(sqlState.prefix(2)))
  }

  private static let classesWithoutValues: Set<String> = [
    "08", "25", "26", "28", "3D", "3F", "40", "42", "53", "54", "55", "57", "58",
  ]
}
