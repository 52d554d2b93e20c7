/// The fee of a stay with the lines that explain it. The lines always add up to the total.
public struct Quote: Hashable, Sendable {
  /// What the stay costs.
  public let total: Money
  /// What the amounts are in.
  public let currency: Currency
  /// Why, in the order of time.
  public let lines: [QuoteLine]
}
