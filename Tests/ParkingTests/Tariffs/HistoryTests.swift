import Parking
import TariffTrials
import Testing

@Suite("The versions of a tariff")
struct HistoryTests {
  private func tariff(_ price: Int, from: String?, by rule: String) throws -> Tariff {
    try Tariff(
      Document(
        yaml: """
          tariff: street
          currency: CNY
          \(from.map { "valid_from: \($0)" } ?? "")
          prices_by: \(rule)
          rates: [{each: 1 h, price: \(price)}]
          """))
  }

  @Test(
    "price a stay across a change by the entry, the exit, or each its own time",
    arguments: [("entry", 400), ("exit", 1_200), ("split", 800)])
  func change(rule: String, fee: Int) throws {
    let history = TariffHistory(
      [try tariff(300, from: "2026-05-01", by: rule), try tariff(100, from: nil, by: rule)],
      timeZone: Fixtures.shanghai)
    let quote = try history.price(
      enter: Fixtures.instant("2026-04-30 22:00"), leave: Fixtures.instant("2026-05-01 02:00"),
      context: PricingContext(timeZone: Fixtures.shanghai))
    #expect(quote.total.fen == fee)
    #expect(quote.lines.reduce(0) { $0 + $1.amount.fen } == fee)
  }

  @Test("leave a stay without a version to the attendant")
  func notInForce() throws {
    let history = TariffHistory(
      [try tariff(300, from: "2026-05-01", by: "entry")], timeZone: Fixtures.shanghai)
    #expect(throws: PricingError.self) {
      try history.price(
        enter: Fixtures.instant("2026-04-30 22:00"), leave: Fixtures.instant("2026-05-01 02:00"),
        context: PricingContext(timeZone: Fixtures.shanghai))
    }
  }
}
