/// How a tariff takes coupons off.
public struct CouponRules: Hashable, Sendable {
  /// What minutes off mean.
  public enum Minutes: String, CaseIterable, Sendable {
    /// The fee less that of the stay ended so many minutes earlier.
    case fromEnd = "from_end"
    /// The fee of the first minutes.
    case fromStart = "from_start"
  }

  /// Whether the caps or an amount or percentage come first.
  public enum Order: String, CaseIterable, Sendable {
    /// The coupon takes off the capped fee.
    case afterCaps = "after_caps"
    /// The coupon takes off the fee without caps; the caps limit what is left.
    case beforeCaps = "before_caps"
  }

  /// What minutes off mean; `from_end` unless the tariff says otherwise.
  public var minutes = Minutes.fromEnd
  /// The order of caps and coupons; `after_caps` unless the tariff says otherwise.
  public var order = Order.afterCaps
}

extension CouponRules {
  init(_ node: Node) {
    guard let mapping = node.mapping() else { return }
    minutes = mapping.take("minutes")?.choice(Minutes.self) ?? .fromEnd
    order = mapping.take("order")?.choice(Order.self) ?? .afterCaps
    mapping.finish()
  }
}
