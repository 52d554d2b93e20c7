import Parking

extension Instant {
  /// Seconds since 1970 as a device counts them; nil before that, at its very beginning, where a
  /// clock that was never set stands, and beyond the year 9999.
  init?(deviceSeconds seconds: Int64) {
    guard (1..<253_402_300_800).contains(seconds) else { return nil }
    self.init(seconds: seconds)
  }
}
