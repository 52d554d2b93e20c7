/// When to try again, and when to give up.
public struct RetryRule: Sendable, Equatable {
  /// Before the second attempt, in milliseconds; doubled before each further one.
  public var firstPause: Int64
  /// The longest pause, in milliseconds.
  public var longestPause: Int64
  /// For how long it is tried, in seconds from when it became due.
  public var patience: Int64
  /// How often it is tried when the partner understands it and refuses it.
  public var refusedAttempts: Int

  /// A rule; tries for a day, with pauses from a second to five minutes, unless told otherwise.
  public init(
    firstPause: Int64 = 1000, longestPause: Int64 = 300_000, patience: Int64 = 86_400,
    refusedAttempts: Int = 6
  ) {
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.patience = patience
    self.refusedAttempts = refusedAttempts
  }

  /// What follows an attempt that failed.
  ///
  /// - Parameters:
  ///   - attempts: how many there were, this one included.
  ///   - dueSeconds: since when it is due.
  ///   - isRefusal: whether the partner understood it and said no.
  ///   - chance: from 0 up to 1; partners that come back are not called all at once.
  public func settlement(
    attempts: Int, dueSeconds: Int64, isRefusal: Bool, reason: String, chance: Double
  ) -> OutboxSettlement {
    guard dueSeconds < patience, !isRefusal || attempts < refusedAttempts else {
      return .gaveUp(reason: reason)
    }
    let doublings = Int64(1) << Int64(min(max(attempts, 1) - 1, 30))
    let whole = min(
      longestPause, firstPause.multipliedReportingOverflow(by: doublings).partialValue)
    let pause = whole / 2 + Int64(Double(whole / 2) * chance)
    return .again(milliseconds: max(1, pause), reason: reason)
  }
}
