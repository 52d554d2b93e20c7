internal import Glibc

/// How long something takes, by the monotonic clock.
///
/// Not `ContinuousClock`: its clock and its 128-bit durations cost several times as much, for each
/// request.
public struct Stopwatch: Sendable {
  private let began: UInt64

  /// One that starts now.
  public init() {
    began = Self.now()
  }

  /// Nanoseconds since it started.
  public var nanoseconds: UInt64 { Self.now() &- began }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}
