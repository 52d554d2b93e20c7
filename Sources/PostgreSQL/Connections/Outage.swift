/// A time without the database.
struct Outage {
  /// How long to leave the database alone after a failed attempt.
  private static let interval: Duration = .milliseconds(100)

  /// Why the last attempt failed.
  let error: DatabaseError
  private let failedAt = ContinuousClock.now

  init(error: DatabaseError) {
    self.error = error
  }

  var isRetryDue: Bool { ContinuousClock.now - failedAt >= Self.interval }
}
