/// A stretch of time that includes its start and excludes its end.
public struct Interval: Hashable, Sendable {
  /// The first instant in it.
  public let start: Instant
  /// The first instant after it.
  public let end: Instant

  /// From `start` to `end`; empty at `start` if `end` is not later.
  public init(start: Instant, end: Instant) {
    self.start = start
    self.end = max(start, end)
  }

  /// Whether no instant lies in it.
  public var isEmpty: Bool { start == end }

  /// Whether `instant` lies in it.
  public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
}
