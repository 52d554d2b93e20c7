extension Tariff {
  /// What a coupon takes off the fee of a stay (`coupon_amount`): never below 0, never above what
  /// is due.
  ///
  /// Minutes end the stay earlier (`product.md`, rule 8): the fee of the stay less that of the same
  /// stay ended that many minutes earlier, of which nothing may be left.
  public func couponAmount(
    _ coupon: Coupon, enter: Instant, leave: Instant, free rights: [Interval] = [],
    context: PricingContext
  ) throws(PricingError) -> Money {
    let fee = try price(enter: enter, leave: leave, free: rights, context: context).total.fen
    var left: Int
    switch coupon {
    case .minutes(let minutes):
      guard (0...1_440).contains(minutes) else { throw .badCoupon }
      let earlier = max(enter, leave.advanced(bySeconds: -Int64(minutes) * 60))
      left = try price(enter: enter, leave: earlier, free: rights, context: context).total.fen
    case .amount(let amount):
      guard amount >= .zero else { throw .badCoupon }
      left = fee - min(fee, amount.fen)
    case .percent(let percent):
      guard (0...100).contains(percent) else { throw .badCoupon }
      left = fee / 100 * (100 - percent) + fee % 100 * (100 - percent) / 100
    case .wholeStay: left = 0
    }
    left = min(left, fee)
    return Money(fen: fee - left)
  }
}
