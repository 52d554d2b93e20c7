import Glibc

/// Growing pauses between attempts: 10 ms doubled up to 160 ms, each by chance up to a half
/// longer, so that several workers do not come at once.
struct Backoff {
  private var milliseconds: Int32 = 10

  mutating func next() -> Duration {
    defer { milliseconds = min(milliseconds * 2, 160) }
    return .milliseconds(milliseconds + .random(in: 0...(milliseconds / 2)))
  }

  static func sleep(_ duration: Duration) {
    usleep(UInt32(max(0, duration.milliseconds)) * 1000)
  }
}
