/// What a merchant or attendant takes off a stay's fee.
public enum Coupon: Hashable, Sendable {
  /// Minutes off, 0 to 1440: the fee less that of the same stay ended so many minutes earlier.
  case minutes(Int)
  /// An amount off.
  case amount(Money)
  /// A percentage off, 0 to 100; fractions of a fen are for the driver.
  case percent(Int)
  /// The whole stay.
  case wholeStay
}
