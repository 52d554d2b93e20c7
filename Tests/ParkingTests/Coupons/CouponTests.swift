import Parking
import TariffTrials
import Testing

@Suite("Coupons")
struct CouponTests {
  private func off(_ coupon: Coupon, hours: Int64, order: String = "after_caps") throws -> Int {
    let tariff = try Tariff(
      Document(
        yaml: """
          tariff: coupons
          currency: CNY
          rates: [{each: 1 h, price: 1001}]
          caps: [{at_most: 3000, per: stay}]
          coupons: {order: \(order)}
          """))
    let enter = try Fixtures.instant("2026-03-02 10:00")
    return try tariff.couponAmount(
      coupon, enter: enter, leave: enter.advanced(bySeconds: hours * 3_600),
      context: PricingContext(timeZone: Fixtures.shanghai)
    ).fen
  }

  @Test("Minutes take off what the last minutes cost, of which a cap may leave nothing")
  func minutes() throws {
    #expect(try off(.minutes(60), hours: 2) == 1_001)
    #expect(try off(.minutes(60), hours: 10) == 0)
    #expect(try off(.minutes(1_440), hours: 10) == 3_000)
    #expect(try off(.minutes(0), hours: 2) == 0)
  }

  @Test("An amount takes off at most what is due, and a percentage leaves whole fen")
  func amounts() throws {
    #expect(try off(.amount(Money(fen: 500)), hours: 1) == 500)
    #expect(try off(.amount(Money(fen: 5_000)), hours: 1) == 1_001)
    #expect(try off(.percent(50), hours: 1) == 501)
    #expect(try off(.percent(100), hours: 1) == 1_001)
    #expect(try off(.wholeStay, hours: 1) == 1_001)
  }

  @Test("Before the caps a discount may leave the cap to pay")
  func beforeCaps() throws {
    #expect(try off(.percent(50), hours: 10, order: "before_caps") == 0)
    #expect(try off(.percent(90), hours: 10, order: "before_caps") == 1_999)
    #expect(try off(.percent(50), hours: 10) == 1_500)
  }
}
