/// The fee of a stay with the lines that explain it. The lines always add up to the total.
public struct Quote: Hashable, Sendable {
  public let total: Money
  public let currency: Currency
  public let lines: [QuoteLine]
}
