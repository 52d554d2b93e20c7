public import Parking

/// The vehicle at an exit booth's barrier as its console shows it.
public struct DueLine: Sendable, Equatable {
  /// The vehicle and its fee, as `unfee` has them.
  public let stay: DueStay
  /// How it is charged.
  public let category: Parking.Category
  /// The lines of the fee before the coupon, as a JSON array of `kind`, `zh`, `en` and `amount`.
  public let lines: String
  /// SHA-256 of its picture at the exit.
  public let leavePicture: [UInt8]?
}
