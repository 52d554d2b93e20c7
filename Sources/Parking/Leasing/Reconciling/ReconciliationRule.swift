/// How careful reconciliation is with what would take a right away.
public struct ReconciliationRule: Sendable, Equatable {
  /// How many seconds lie at least between two readings that lack a window: from the end of the
  /// first to the beginning of the second.
  public var gap: Int64 = 300
  /// The most that one run takes back without asking, in percent of the windows that have not
  /// begun. One window it takes back in any case.
  public var share = 20
  /// Somebody has looked at it, and the share does not count.
  public var isConfirmed = false

  /// The usual rule.
  public init() {}

  /// The most windows that one run takes back.
  func most(of pending: Int) -> Int {
    isConfirmed ? pending : max(1, pending * share / 100)
  }
}
