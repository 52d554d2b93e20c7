/// What the database holds and the program cannot use: a mistake of ours, not of a caller.
public enum StoreError: Error, Sendable, Equatable {
  /// A park's time zone is known to PostgreSQL but not here.
  case unknownTimeZone(parkSN: String)
  /// A shift that was just begun is not there; nothing was committed.
  case lostUpdate
}
