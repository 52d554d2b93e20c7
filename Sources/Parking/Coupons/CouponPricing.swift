/// Takes a coupon off the fee of one stay, however that is priced.
struct CouponPricing {
  let rules: CouponRules
  let enter: Instant
  let leave: Instant
  /// The fee of a stay between two instants, without some parts of its tariff.
  let fee: (Instant, Instant, Plan.Omission) throws(PricingError) -> Int

  /// What the coupon takes off: never below 0, never above what is due.
  func amount(_ coupon: Coupon) throws(PricingError) -> Money {
    let whole = try fee(enter, leave, [])
    let off: Int
    switch coupon {
    case .minutes(let minutes):
      guard (0...1_440).contains(minutes) else { throw .badCoupon }
      off = try amount(seconds: Int64(minutes) * 60, whole)
    case .amount(let amount):
      guard amount >= .zero else { throw .badCoupon }
      let base = try base(whole)
      off = whole - min(whole, base - min(base, amount.fen))
    case .percent(let percent):
      guard (0...100).contains(percent) else { throw .badCoupon }
      let base = try base(whole)
      off =
        whole - min(whole, base / 100 * (100 - percent) + base % 100 * (100 - percent) / 100)
    case .wholeStay: off = whole
    }
    return Money(fen: min(max(0, off), whole))
  }

  private func amount(seconds: Int64, _ whole: Int) throws(PricingError) -> Int {
    switch rules.minutes {
    case .fromEnd:
      return whole - (try fee(enter, max(enter, leave.advanced(bySeconds: -seconds)), []))
    case .fromStart:
      return try fee(enter, min(leave, enter.advanced(bySeconds: seconds)), [])
    }
  }

  /// What an amount or percentage is taken off: the fee, or the fee without caps.
  private func base(_ whole: Int) throws(PricingError) -> Int {
    rules.order == .beforeCaps ? try fee(enter, leave, .caps) : whole
  }
}
