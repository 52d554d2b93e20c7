public import Parking

/// The vehicle at an exit booth's barrier, with what it has to pay (`unfee`).
public struct DueStay: Sendable, Equatable {
  public let stayID: Int64
  public let license: String
  /// Nil when nobody saw it enter.
  public let enterTime: Instant?
  public let leaveTime: Instant
  public let fee: Fee
  public let couponMinutes: Int
  /// SHA-256 of its picture at the entry, and the picture's format.
  public let enterPicture: [UInt8]?
}
