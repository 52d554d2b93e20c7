extension DatabaseError {
  /// The kinds of errors. More may come, so a `switch` needs a `default`.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case connectionLost, tooManyConnections, accessDenied, badConninfo
      case serializationFailure, deadlock, lockTimeout, statementTimeout, readOnly
      case uniqueViolation, checkViolation, foreignKeyViolation, notNullViolation
      case exclusionViolation
      case commitOutcomeUnknown, transactionAborted, badTransaction, staleStatement
      case badParameter, badColumn, badRowCount, other
    }

    private let kind: Kind

    private init(_ kind: Kind) {
      self.kind = kind
    }

    /// No connection, or it broke. Whether the statement had an effect: `mayHaveTakenEffect`.
    public static let connectionLost = Code(.connectionLost)
    /// The server has no connection left for us (53300).
    public static let tooManyConnections = Code(.tooManyConnections)
    /// The server does not let this role in, or has no such database (28xxx, 3D000).
    public static let accessDenied = Code(.accessDenied)
    /// The connection string cannot be read.
    public static let badConninfo = Code(.badConninfo)
    /// Another transaction was in the way (40001); repeating helps.
    public static let serializationFailure = Code(.serializationFailure)
    /// Two transactions waited for each other (40P01); repeating helps.
    public static let deadlock = Code(.deadlock)
    /// A lock was not free within `lock_timeout` (55P03).
    public static let lockTimeout = Code(.lockTimeout)
    /// The statement took longer than `statement_timeout`, or an operator cancelled it (57014).
    public static let statementTimeout = Code(.statementTimeout)
    /// A write in a read-only transaction (25006): after a failover, the wrong server.
    public static let readOnly = Code(.readOnly)
    /// A key that exists already (23505).
    public static let uniqueViolation = Code(.uniqueViolation)
    /// A CHECK of a table or a domain (23514).
    public static let checkViolation = Code(.checkViolation)
    /// A row that is referred to or that is missing (23503).
    public static let foreignKeyViolation = Code(.foreignKeyViolation)
    /// A NULL where none may be (23502).
    public static let notNullViolation = Code(.notNullViolation)
    /// An EXCLUDE constraint, as of overlapping periods (23P01).
    public static let exclusionViolation = Code(.exclusionViolation)
    /// The connection broke during COMMIT: read the result back by its key, never guess.
    public static let commitOutcomeUnknown = Code(.commitOutcomeUnknown)
    /// COMMIT rolled back, since a statement before it had failed (25P02, or the tag ROLLBACK).
    public static let transactionAborted = Code(.transactionAborted)
    /// A transaction inside a transaction, or a statement after its commit: a mistake of ours.
    public static let badTransaction = Code(.badTransaction)
    /// A prepared statement that the server forgot or whose tables changed; repeating helps.
    public static let staleStatement = Code(.staleStatement)
    /// A value that cannot be sent, such as a text with U+0000.
    public static let badParameter = Code(.badParameter)
    /// A column that is missing, NULL or of another type than the code expects.
    public static let badColumn = Code(.badColumn)
    /// Not exactly one row where one was expected.
    public static let badRowCount = Code(.badRowCount)
    /// Anything else: see the SQLSTATE.
    public static let other = Code(.other)

    /// The name of the kind.
    public var description: String { kind.rawValue }

    /// The kind of a SQLSTATE.
    init(sqlState: String) {
      self = Self.bySQLState[sqlState] ?? Self.byClass[String(sqlState.prefix(2))] ?? .other
    }

    /// From SQLSTATE to kind: "Appendix A. PostgreSQL Error Codes".
    private static let bySQLState: [String: Code] = [
      "23502": .notNullViolation, "23503": .foreignKeyViolation, "23505": .uniqueViolation,
      "23514": .checkViolation, "23P01": .exclusionViolation,
      "25006": .readOnly, "25P02": .transactionAborted, "25P03": .connectionLost,
      "26000": .staleStatement,
      "3D000": .accessDenied, "40001": .serializationFailure, "40P01": .deadlock,
      "53300": .tooManyConnections, "55P03": .lockTimeout,
      "57014": .statementTimeout, "57P01": .connectionLost, "57P02": .connectionLost,
      "57P03": .connectionLost, "57P04": .connectionLost, "57P05": .connectionLost,
    ]

    private static let byClass: [String: Code] = ["08": .connectionLost, "28": .accessDenied]
  }
}
