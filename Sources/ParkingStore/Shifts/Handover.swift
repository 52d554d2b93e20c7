public import Parking

/// How a shift was handed over (交班).
public struct Handover: Sendable, Equatable {
  /// Cash booked to the shift less what was reversed.
  public let expected: Money
  /// Cash as the attendant counted it, before the sum was shown.
  public let counted: Money
  /// The attendant's remark.
  public let note: String
  /// When.
  public let handedAt: Instant

  /// Counted less expected: negative when money is missing.
  public var difference: Money { counted - expected }
}
