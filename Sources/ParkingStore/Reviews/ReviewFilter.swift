public import Parking

/// Which entries of a review list are asked for.
public struct ReviewFilter: Sendable, Equatable {
  /// Whether somebody dealt with an entry.
  public enum State: String, Sendable, CaseIterable {
    case open, resolved, all
  }

  /// Only these; nil for all.
  public var reason: ReviewReason?
  /// Open ones unless said.
  public var state: State
  /// Only older ones than this entry: the next page.
  public var before: Int64?

  /// Made of its parts.
  public init(reason: ReviewReason? = nil, state: State = .open, before: Int64? = nil) {
    self.reason = reason
    self.state = state
    self.before = before
  }
}
