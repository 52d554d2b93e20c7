public import PostgreSQL

/// An error that may mean that the database is away for a while, not that something is wrong.
public protocol OutageError: Error {
  /// The caller should say so and ask to try again.
  var isOutage: Bool { get }
}

extension DatabaseError: OutageError {
  /// No connection, too many of them, or somebody else in the way for too long.
  public var isOutage: Bool { isTransient }
}
