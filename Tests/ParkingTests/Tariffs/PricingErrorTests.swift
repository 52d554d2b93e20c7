import Parking
import TariffTrials
import Testing

@Suite("What cannot be priced")
struct PricingErrorTests {
  private func price(
    _ id: String, _ enter: Instant, _ leave: Instant, calendar: HolidayCalendar? = nil
  ) throws(PricingError) -> Quote {
    let tariff: Tariff
    let days: HolidayCalendar
    do {
      tariff = try Fixtures.tariff(id)
      days = try calendar ?? Fixtures.calendar()
    } catch {
      Issue.record(error)
      throw .overflow
    }
    return try tariff.price(
      enter: enter, leave: leave,
      context: PricingContext(timeZone: Fixtures.shanghai, calendar: days))
  }

  @Test("An exit before the entry is an error, equal instants cost nothing")
  func order() throws {
    let time = try Fixtures.instant("2026-03-02 10:00")
    #expect(throws: PricingError.leavesBeforeEntering) {
      try price("demo", time, time.advanced(bySeconds: -1))
    }
    #expect(try price("G-A", time, time).total == .zero)
  }

  @Test("A year without a calendar is an error for rules that ask for workdays, and for no other")
  func calendar() throws {
    let enter = try Fixtures.instant("2027-03-01 10:00")
    let leave = try Fixtures.instant("2027-03-01 12:00")
    #expect(throws: PricingError.noCalendar(year: 2027)) { try price("Z-1", enter, leave) }
    #expect(try price("demo", enter, leave).total.fen == 900)
    #expect(PricingError.noCalendar(year: 2027).reason.contains("2027"))
  }

  @Test("Times out of all bounds are errors and no crash")
  func bounds() throws {
    let first = Instant(microseconds: .min)
    let last = Instant(microseconds: .max)
    #expect(throws: PricingError.timeOutOfRange) { try price("demo", first, last) }
    #expect(throws: PricingError.timeOutOfRange) { try price("demo", last, last) }
    let enter = try Fixtures.instant("2026-03-02 10:00")
    #expect(throws: PricingError.stayTooLong) {
      try price("demo", enter, enter.advanced(bySeconds: 11 * 366 * 86_400))
    }
  }

  @Test("Ten years are priced")
  func tenYears() throws {
    let enter = try Fixtures.instant("2016-03-02 10:00")
    let quote = try price("demo", enter, enter.advanced(bySeconds: 3_650 * 86_400))
    #expect(quote.total.fen == 3_650 * 4_000)
  }

  @Test("A coupon out of bounds is an error")
  func coupon() throws {
    let tariff = try Fixtures.tariff("demo")
    let enter = try Fixtures.instant("2026-03-02 10:00")
    let leave = enter.advanced(bySeconds: 7_200)
    let context = PricingContext(timeZone: Fixtures.shanghai)
    for coupon in [Coupon.minutes(-1), .minutes(1_441), .percent(101), .amount(Money(fen: -1))] {
      #expect(throws: PricingError.badCoupon) {
        try tariff.couponAmount(coupon, enter: enter, leave: leave, context: context)
      }
    }
  }

  @Test("A tariff is not published with failing examples, or with fees that fall unsaid")
  func review() throws {
    let tariff = try Tariff(
      Document(
        yaml: """
          tariff: early
          currency: CNY
          rates: [{each: 1 h, price: 1000}]
          concessions: [{name: Late, when: {left: 20:00-21:00}, rates: [{price: 100}]}]
          examples: [{enter: 2026-03-02 10:00, leave: 2026-03-02 11:00, fee: 900}]
          """))
    let context = PricingContext(timeZone: Fixtures.shanghai)
    let day = try #require(CivilDate("2026-03-02"))
    let objections = tariff.objections(days: [day], context: context).map(\.description)
    #expect(objections.first?.contains("costs 1000, not 900") == true)
    #expect(objections.contains { $0.contains("may_decrease") })
    let demo = try Fixtures.tariff("demo")
    #expect(demo.objections(days: [day], context: context).isEmpty)
  }
}
