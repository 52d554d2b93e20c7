public import Parking

/// A shift that has ended, with what was done in it.
public struct PastShift: Sendable, Equatable {
  /// Its number.
  public let shiftID: Int64
  /// The number of its park.
  public let parkSN: String
  /// What people call its booth.
  public let booth: String
  /// The attendant's name; the booth's for the booth's own shift.
  public let operatorName: String
  /// When it began.
  public let beganAt: Instant
  /// When it ended.
  public let endedAt: Instant
  /// Vehicles let through.
  public let vehicles: Int
  /// Exits with nothing due.
  public let free: Int
  /// Manual releases and typed entries.
  public let manual: Int
  /// Coupons used.
  public let coupons: Int
  /// What coupons took off.
  public let couponTotal: Money
  /// Money taken, less what was reversed, by the way it was paid.
  public let takings: Takings
  /// How it was handed over; nil if somebody took the booth without that.
  public let handover: Handover?
}
