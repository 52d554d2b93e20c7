/// A percentage of an amount, exact to a thousandth of a percent.
struct Percentage: Hashable, Sendable {
  let label: Label
  /// Thousandths of a percent: 100,000 is the whole.
  let thousandths: Int

  /// Reads `50` or `118.375`; the name is that of its variant or concession, if it has one.
  init?(_ node: Node, name: Label?) {
    let parts = (node.scalar ?? "").split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = decimal(parts[0].utf8), whole <= 1_000,
      parts.count == 1 || parts[1].utf8.count <= 3,
      let fraction = parts.count == 2 ? decimal((parts[1] + "00").prefix(3).utf8) : 0
    else {
      node.fail("expected a percentage from 0 to 1000 with up to three decimals, such as 50 or 7.5")
      return nil
    }
    thousandths = whole * 1_000 + fraction
    let text = node.scalar ?? ""
    label = name ?? Label(chinese: "按\(text)%计", english: "At \(text) %")
  }

  /// Nothing is left.
  init(exempt name: Label?) {
    thousandths = 0
    label = name ?? Label(chinese: "免费", english: "Free of charge")
  }

  /// The part of an amount of at least 0.
  func of(_ amount: Int, _ rounding: MoneyRounding) throws(PricingError) -> Int {
    let (product, overflow) = amount.multipliedReportingOverflow(by: thousandths)
    guard !overflow else { throw .overflow }
    return rounding.divide(product, by: 100_000)
  }
}
