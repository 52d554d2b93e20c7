/// What the database holds and the program cannot use: a mistake of ours, not of a caller.
public enum StoreError: Error, Sendable, Equatable {
  /// A park's time zone is known to PostgreSQL but not here.
  case unknownTimeZone(parkSN: String)
  /// A write touched another number of rows than the locks allow; nothing was committed.
  case lostUpdate
}
