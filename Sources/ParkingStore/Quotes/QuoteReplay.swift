public import Parking

/// A finished stay priced again.
public struct QuoteReplay: Sendable {
  /// The plate as shown.
  public let license: String
  /// When it entered.
  public let enterTime: Instant
  /// The instant it was charged to.
  public let leaveTime: Instant
  /// The park's zone.
  public let timeZone: ParkTimeZone
  /// What was kept.
  public let kept: Fee
  /// What comes out now.
  public let replayed: Fee

  /// Whether fee, coupon and every line are the same.
  public var isSame: Bool { kept == replayed }
}
