/// All that goes into a stay's fee besides its tariff and the park's zone and calendar.
public struct PricingInputs: Sendable, Equatable {
  /// When it entered.
  public let enter: Instant
  /// The instant it is charged to.
  public let leave: Instant
  /// Minutes that a coupon takes off.
  public let couponMinutes: Int
  /// What else is known of it.
  public let facts: StayFacts

  /// Inputs of a fee.
  public init(enter: Instant, leave: Instant, couponMinutes: Int, facts: StayFacts) {
    self.enter = enter
    self.leave = leave
    self.couponMinutes = couponMinutes
    self.facts = facts
  }

  /// The fee with its coupon, and the quote as a stay keeps it (fee law, rule 8).
  ///
  /// The same inputs give the same fee for ever.
  public func fee(
    by tariff: TariffHistory, timeZone: ParkTimeZone, calendar: HolidayCalendar
  ) -> Fee {
    let context = facts.context(timeZone: timeZone, calendar: calendar)
    do throws(PricingError) {
      let versions = try tariff.versions(from: enter, to: leave, context).map(\.number)
      let quote = try tariff.price(
        enter: enter, leave: leave, free: facts.free, context: context)
      let coupon =
        couponMinutes == 0
        ? .zero
        : try tariff.couponAmount(
          .minutes(couponMinutes), enter: enter, leave: leave, free: facts.free,
          context: context)
      let kept = KeptQuote(
        quote: quote.naming(
          leases: facts.leases, from: enter, to: leave, timeZone: timeZone),
        inputs: KeptInputs(
          facts: facts, versions: Set(versions).count == 1 ? [] : versions))
      return .known(total: quote.total, coupon: coupon, quote: kept.jsonText)
    } catch {
      return .unknown(reason: error.reason)
    }
  }
}
