import Parking
import Testing

@Suite("The demo tariff")
struct DemoTariffTests {
  /// Seconds parked and the fee.
  static let cases: [(Int64, Int)] = [
    (0, 0), (1_800, 0), (1_801, 500), (2_220, 500), (3_600, 500), (3_601, 700), (4_020, 700),
    (5_400, 700), (36_000, 4_000), (86_400, 4_000), (86_401, 4_500), (172_800, 8_000),
  ]

  @Test("prices the durations that documents and tours rely on", arguments: cases)
  func durations(seconds: Int64, fee: Int) throws {
    let tariff = try Fixtures.tariff("demo")
    let enter = try Fixtures.instant("2026-11-22 10:00")
    let quote = try tariff.price(
      enter: enter, leave: enter.advanced(bySeconds: seconds),
      context: PricingContext(timeZone: Fixtures.shanghai))
    #expect(quote.total.fen == fee)
    #expect(quote.lines.reduce(0) { $0 + $1.amount.fen } == fee)
    #expect(try Quote(json: quote.jsonText) == quote)
  }

  @Test("takes 200 off 67 minutes for a coupon of 30")
  func coupon() throws {
    let tariff = try Fixtures.tariff("demo")
    let enter = try Fixtures.instant("2026-11-22 10:00")
    let amount = try tariff.couponAmount(
      .minutes(30), enter: enter, leave: enter.advanced(bySeconds: 67 * 60),
      context: PricingContext(timeZone: Fixtures.shanghai))
    #expect(amount.fen == 200)
  }
}
