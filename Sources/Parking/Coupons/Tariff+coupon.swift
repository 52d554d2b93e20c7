extension Tariff {
  /// What a coupon takes off the fee of a stay (`coupon_amount`): never below 0, never above what
  /// is due.
  ///
  /// Minutes end the stay earlier (`product.md`, rule 8): the fee of the stay less that of the same
  /// stay ended that many minutes earlier, of which nothing may be left. A tariff can say otherwise
  /// under `coupons`.
  public func couponAmount(
    _ coupon: Coupon, enter: Instant, leave: Instant, free rights: [Interval] = [],
    context: PricingContext
  ) throws(PricingError) -> Money {
    try CouponPricing(rules: coupons, enter: enter, leave: leave) {
      (start, end, omission) throws(PricingError) in
      try price(start, end, rights, context, without: omission).total.fen
    }.amount(coupon)
  }
}

extension TariffHistory {
  /// What a coupon takes off the fee of a stay, by the rules of the version in force at its entry.
  public func couponAmount(
    _ coupon: Coupon, enter: Instant, leave: Instant, free rights: [Interval] = [],
    context: PricingContext
  ) throws(PricingError) -> Money {
    let rules = version(at: enter)?.tariff.coupons ?? CouponRules()
    return try CouponPricing(rules: rules, enter: enter, leave: leave) {
      (start, end, omission) throws(PricingError) in
      try price(start, end, rights, context, without: omission).total.fen
    }.amount(coupon)
  }
}
