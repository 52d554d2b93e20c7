/// All that goes into a stay's fee besides its tariff version and the park's zone and calendar.
public struct PricingInputs: Sendable, Equatable {
  /// When it entered.
  public let enter: Instant
  /// The instant it is charged to.
  public let leave: Instant
  /// Minutes that a coupon takes off.
  public let couponMinutes: Int
  /// The time that is free under a card or the free list.
  public let rights: [Interval]
  /// Whether the plate is that of a new-energy vehicle.
  public let isNewEnergy: Bool

  /// Inputs of a fee.
  public init(
    enter: Instant, leave: Instant, couponMinutes: Int, rights: [Interval], isNewEnergy: Bool
  ) {
    self.enter = enter
    self.leave = leave
    self.couponMinutes = couponMinutes
    self.rights = rights
    self.isNewEnergy = isNewEnergy
  }

  /// The fee with its coupon, and the quote as a stay keeps it (fee law, rule 8).
  ///
  /// The same inputs give the same fee for ever.
  public func fee(
    by tariff: Tariff, timeZone: ParkTimeZone, calendar: HolidayCalendar
  ) -> Fee {
    var context = PricingContext(timeZone: timeZone, calendar: calendar)
    context.isNewEnergy = isNewEnergy
    do throws(PricingError) {
      let quote = try tariff.price(enter: enter, leave: leave, free: rights, context: context)
      let coupon =
        couponMinutes == 0
        ? .zero
        : try tariff.couponAmount(
          .minutes(couponMinutes), enter: enter, leave: leave, free: rights, context: context)
      let kept = KeptQuote(quote: quote, rights: rights, isNewEnergy: isNewEnergy)
      return .known(total: quote.total, coupon: coupon, quote: kept.jsonText)
    } catch {
      return .unknown(reason: error.reason)
    }
  }
}

extension PlateKind {
  /// Whether vehicles with such plates run on new energy.
  public var isNewEnergy: Bool { self == .nevSmall || self == .nevLarge }
}
