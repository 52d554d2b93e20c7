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
    let fee = try price(enter: enter, leave: leave, free: rights, context: context).total.fen
    let off: Int
    switch coupon {
    case .minutes(let minutes):
      guard (0...1_440).contains(minutes) else { throw .badCoupon }
      let seconds = Int64(minutes) * 60
      switch coupons.minutes {
      case .fromEnd:
        let earlier = max(enter, leave.advanced(bySeconds: -seconds))
        off =
          fee - (try price(enter: enter, leave: earlier, free: rights, context: context).total.fen)
      case .fromStart:
        let first = min(leave, enter.advanced(bySeconds: seconds))
        off = try price(enter: enter, leave: first, free: rights, context: context).total.fen
      }
    case .amount(let amount):
      guard amount >= .zero else { throw .badCoupon }
      let base = try base(fee, enter, leave, rights, context)
      off = fee - min(fee, base - min(base, amount.fen))
    case .percent(let percent):
      guard (0...100).contains(percent) else { throw .badCoupon }
      let base = try base(fee, enter, leave, rights, context)
      off = fee - min(fee, base / 100 * (100 - percent) + base % 100 * (100 - percent) / 100)
    case .wholeStay: off = fee
    }
    return Money(fen: min(max(0, off), fee))
  }

  /// What an amount or percentage is taken off: the fee, or the fee without caps.
  private func base(
    _ fee: Int, _ enter: Instant, _ leave: Instant, _ rights: [Interval],
    _ context: PricingContext
  ) throws(PricingError) -> Int {
    guard coupons.order == .beforeCaps else { return fee }
    let stay = try SessionTime(enter: enter, leave: leave, rights: rights, resolution: resolution)
    return try price(stay, context, without: .caps).total.fen
  }
}
