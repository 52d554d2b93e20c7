/// Which of the shifts that ended are wanted.
public struct ShiftFilter: Sendable, Equatable {
  /// Only those that were handed over with more or less cash than expected, or not at all.
  public var needsAttention = false
  /// Only what is listed after that shift; nil from the newest on.
  public var before: Int64?

  /// All of them.
  public init() {}
}
