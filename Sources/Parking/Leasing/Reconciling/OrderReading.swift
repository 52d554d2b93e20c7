/// What one reading of a partner's `lease/order` for a park found.
public struct OrderReading: Sendable, Equatable {
  /// When the first page was asked for.
  public let began: Instant
  /// When the last one was there.
  public let ended: Instant
  /// What the pages held, as far as they were read and understood.
  public let windows: Set<LeasedWindow>
  /// Whether all pages were read and all of them understood.
  public let isComplete: Bool

  /// Made of its parts.
  public init(
    began: Instant, ended: Instant, windows: Set<LeasedWindow>, isComplete: Bool
  ) {
    self.began = began
    self.ended = ended
    self.windows = windows
    self.isComplete = isComplete
  }
}
