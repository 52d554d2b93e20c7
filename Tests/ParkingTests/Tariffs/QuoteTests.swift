import Parking
import TariffTrials
import Testing

@Suite("A quote")
struct QuoteTests {
  private func quote(_ id: String, _ enter: String, _ leave: String) throws -> Quote {
    try Fixtures.tariff(id).price(
      enter: Fixtures.instant(enter), leave: Fixtures.instant(leave),
      context: PricingContext(timeZone: Fixtures.shanghai, calendar: Fixtures.calendar()))
  }

  @Test("explains itself in words that can be read to a driver")
  func lines() throws {
    let quote = try quote("S-WZ", "2025-06-03 18:00", "2025-06-04 08:20")
    #expect(
      quote.lines.map { $0.chinese(quote.currency) } == [
        "06-03 18:00–19:00 收费时段：1 × 8.00元/1小时 = 8.00元",
        "06-03 19:00–20:00 收费时段：2 × 3.00元/30分钟 = 6.00元",
        "06-03 20:00–06-04 08:00 非收费时段：0.00元",
        "06-04 08:00–08:20 免费30分钟：0.00元",
      ])
    #expect(
      quote.lines.map { $0.english(quote.currency) } == [
        "06-03 18:00–19:00 Charging hours: 1 × CNY 8.00/1 h = CNY 8.00",
        "06-03 19:00–20:00 Charging hours: 2 × CNY 3.00/30 min = CNY 6.00",
        "06-03 20:00–06-04 08:00 Outside charging hours: CNY 0.00",
        "06-04 08:00–08:20 Free for 30 min: CNY 0.00",
      ])
  }

  @Test("shows what a cap takes off")
  func cap() throws {
    let quote = try quote("demo", "2026-11-22 10:00", "2026-11-23 10:00")
    let line = try #require(quote.lines.last)
    #expect(line.kind == .cap)
    #expect(line.amount.fen == -5_700)
    #expect(line.chinese(quote.currency).hasSuffix("每24小时最高40.00元：-57.00元"))
  }

  @Test("has the same text for ever")
  func text() throws {
    let quote = try quote("U-22", "2022-06-16 09:00", "2022-06-16 09:40")
    #expect(
      quote.jsonText == """
        {"currency":"CNY","lines":[{"amount":200,"en":"06-16 09:00–09:40 Parking: 1 × CNY 2.00/1 h \
        = CNY 2.00","end":1655343600,"end_offset":28800,"kind":"rate","rule_en":"Parking",\
        "rule_zh":"停车费","start":1655341200,"start_offset":28800,"unit_price":200,\
        "unit_seconds":3600,"units":1,"zh":"06-16 09:00–09:40 停车费：1 × 2.00元/1小时 = 2.00元"}],\
        "total":200}
        """)
    #expect(try Quote(json: quote.jsonText) == quote)
  }

  @Test("counts the hours that pass when clocks change, and windows by what clocks show")
  func daylightSaving() throws {
    let zone = try #require(ParkTimeZone(identifier: "Europe/Berlin"))
    let context = PricingContext(timeZone: zone)
    let tariff = try Fixtures.tariff("D-1")
    // 22:00 to 08:00 have nine hours in the night in which the clocks go forward.
    let enter = try Fixtures.instant("2026-03-28 22:00", in: zone)
    let leave = try Fixtures.instant("2026-03-29 08:00", in: zone)
    let quote = try tariff.price(enter: enter, leave: leave, context: context)
    let units = quote.lines.filter { $0.kind == .rate }.map(\.units)
    #expect(units == [18])
    #expect(quote.total.fen == 1_000)
  }

  @Test("of a foreign currency is written as there")
  func currencies() throws {
    let tariff = try Tariff(
      Document(yaml: "tariff: y\ncurrency: JPY\nrates: [{each: 30 min, price: 220}]"))
    let enter = try Fixtures.instant("2026-03-02 10:00")
    let quote = try tariff.price(
      enter: enter, leave: enter.advanced(bySeconds: 60), context: PricingContext(timeZone: .utc))
    #expect(quote.lines[0].english(quote.currency).hasSuffix("1 × JPY 220/30 min = JPY 220"))
  }
}
