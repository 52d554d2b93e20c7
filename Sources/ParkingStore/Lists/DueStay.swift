public import Parking

/// The vehicle at an exit booth's barrier, with what it has to pay (`unfee`).
public struct DueStay: Sendable, Equatable {
  /// The stay's number.
  public let stayID: Int64
  /// The plate as the attendant sees it; empty when there is none.
  public let license: String
  /// Nil when nobody saw it enter.
  public let enterTime: Instant?
  /// The instant it is charged to.
  public let leaveTime: Instant
  /// What it costs, or why nobody can say.
  public let fee: Fee
  /// Minutes taken off by a coupon.
  public let couponMinutes: Int
  /// SHA-256 of its picture at the entry, and the picture's format.
  public let enterPicture: [UInt8]?
}
