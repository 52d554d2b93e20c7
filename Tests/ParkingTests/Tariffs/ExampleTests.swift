import Parking
import Testing

@Suite("The worked stays of real tariffs")
struct ExampleTests {
  @Test("All 80 are here")
  func count() {
    #expect(Example.all.count == 80)
  }

  @Test("A stay costs what the table says, to the fen", arguments: Example.all)
  func fee(example: Example) throws {
    let tariff = try Fixtures.tariff(example["tariff"])
    let enter = try Fixtures.instant(example["entry"])
    let leave = try Fixtures.instant(example["exit"])
    let context = try example.context()
    let expected = Int(example["fee"])
    if let minutes = Int(example["coupon_minutes"]) {
      let amount = try tariff.couponAmount(
        .minutes(minutes), enter: enter, leave: leave, context: context)
      #expect(amount.fen == expected)
      return
    }
    let quote: Quote
    if example["paid"].isEmpty {
      quote = try tariff.price(enter: enter, leave: leave, context: context)
    } else {
      quote = try tariff.due(
        enter: enter, leave: leave, afterPaymentAt: Fixtures.instant(example["paid"]), paid: .zero,
        context: context)
    }
    #expect(quote.total.fen == expected)
    #expect(quote.lines.reduce(0) { $0 + $1.amount.fen } == expected)
    #expect(try Quote(json: quote.jsonText) == quote)
    #expect(try Document(json: quote.jsonText).jsonText == quote.jsonText, "keys are sorted")
  }

  @Test("Every tariff of the repository prices its own examples", arguments: Fixtures.tariffs)
  func ownExamples(id: String) throws {
    let tariff = try Fixtures.tariff(id)
    let context = PricingContext(
      timeZone: tariff.timeZone ?? Fixtures.shanghai, calendar: try Fixtures.calendar())
    let results = tariff.exampleResults(context: context)
    #expect(tariff.id == id)
    #expect(!results.isEmpty)
    for result in results {
      #expect(result.isAsExpected, "line \(result.example.line ?? 0): \(result.outcome)")
    }
  }

  @Test("The canonical text of a tariff decodes to the same text", arguments: Fixtures.tariffs)
  func canonicalText(id: String) throws {
    let tariff = try Fixtures.tariff(id)
    #expect(try Tariff(json: tariff.json).json == tariff.json)
  }
}
