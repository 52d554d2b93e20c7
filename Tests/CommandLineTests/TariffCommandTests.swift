import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("gatehouse tariff, quote and calendar")
struct TariffCommandTests {
  let gatehouse: CommandLine

  init() throws {
    gatehouse = try CommandLine()
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func tariff(_ id: String) -> String {
    root.appending(path: "docs/tariffs/\(id).yaml").path
  }

  private static func holidays(_ year: Int) -> String {
    root.appending(path: "Tests/ParkingTests/Resources/holiday-cn/\(year).json").path
  }

  @Test("explain a stay in English, in Chinese and as JSON")
  func quote() throws {
    let stay = [
      "tariff", "quote", "--tariff", Self.tariff("CN-HZ"), "--enter", "2026-06-01 10:00",
      "--leave", "2026-06-01 10:45", "--class", "large", "--coupon-minutes", "30",
    ]
    #expect(
      try gatehouse.run(stay).output == """
        06-01 10:00–10:45 Day: 2 × CNY 5.00/30 min = CNY 10.00
        06-01 10:00–10:45 Large vehicles twice: CNY 10.00
        Total: CNY 20.00
        Coupon of 30 min: -CNY 20.00
        To pay: CNY 0.00

        """)
    #expect(
      try gatehouse.run(stay + ["--chinese"]).output == """
        06-01 10:00–10:45 白天：2 × 5.00元/30分钟 = 10.00元
        06-01 10:00–10:45 大型车加倍：10.00元
        合计：20.00元
        优惠券30分钟：-20.00元
        应付：0.00元

        """)
    let json = try gatehouse.run(stay + ["--json"]).output
    #expect(json.hasPrefix(#"{"coupon_amount":2000,"quote":{"currency":"CNY","lines":[{"#))
  }

  @Test("take the clocks that a tariff names")
  func zones() throws {
    let outcome = try gatehouse.run(
      "tariff", "test", Self.tariff("US-SEA"), Self.tariff("AU-SYD"), Self.tariff("KR-SEL"))
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": in order") })
  }

  @Test("say what cannot be priced and why")
  func noCalendar() throws {
    let outcome = try gatehouse.run(
      "tariff", "quote", "--tariff", Self.tariff("CN-GZ"), "--enter", "2026-06-01 10:00",
      "--leave", "2026-06-01 11:00")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the holidays of 2026"))
  }

  @Test("draw a curve in the terminal and as a picture, which is the one of the documents")
  func curve() throws {
    let text = try gatehouse.run("tariff", "curve", Self.tariff("demo")).output
    #expect(text.hasPrefix("Demo car park: fee by length of stay\n") && text.contains("CNY 80.00"))
    try gatehouse.run("tariff", "curve", Self.tariff("demo"), "--svg", gatehouse.path("demo.svg"))
    let drawn = try String(
      contentsOf: Self.root.appending(path: "docs/tariffs/demo.svg"), encoding: .utf8)
    #expect(try gatehouse.text("demo.svg") == drawn)
  }

  @Test("compare two tariffs on the stays of a park, by rule and in all")
  func compare() throws {
    try gatehouse.run("apply", CommandLine.demo)
    // 67 minutes each: 7 yuan by the demo's tariff, nothing for the second within a quarter of an hour.
    try gatehouse.database.connect().execute(
      """
      insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome,
        enter_time, leave_time, closed_at, pay_status, quote_error)
      select n, 'DEMO001', '苏E88888', '苏E88888', 'civil', 0, 'left',
        '2026-06-01 10:00+08'::timestamptz + n * interval '77 min',
        '2026-06-01 11:07+08'::timestamptz + n * interval '77 min', now(), 0, 'x'
      from generate_series(1, 2) n
      """)
    let cheap = try gatehouse.file(
      "cheap.yaml", "tariff: new\ncurrency: CNY\nrates: [{price: 100}]\nreentry: {within: 15 min}\n"
    )
    let outcome = try gatehouse.run(
      "tariff", "compare", Self.tariff("demo"), cheap, "--park", "DEMO001", "--since", "2026-06-01")
    #expect(
      outcome.output.hasSuffix(
        "2 stays: 0 dearer, 2 cheaper; not priced: 0 by the old, 0 by the new\n"))
    let rows = outcome.output.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rows.contains("Already paid CNY 0.00 CNY -1.00 CNY -1.00"))
    #expect(rows.contains("Parking CNY 14.00 CNY 2.00 CNY -12.00"))
    #expect(rows.contains("in all CNY 14.00 CNY 1.00 CNY -13.00"))
  }

  @Test("publish a tariff, refuse one that is not in order, and warn of a missing year")
  func publish() throws {
    try gatehouse.run("apply", CommandLine.demo)
    let good = try gatehouse.file(
      "good.yaml",
      """
      tariff: demo
      currency: CNY
      rates: [{each: 1 h, price: 600}]
      examples:
        - {enter: 2026-06-01 10:00, leave: 2026-06-01 11:30, fee: 1200}
      """)
    let bad = try gatehouse.file(
      "bad.yaml", try gatehouse.text("good.yaml").replacing("fee: 1200", with: "fee: 600"))
    let refused = try gatehouse.run("tariff", "publish", bad, "--operator", "demo")
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("line 5: 2026-06-01 10:00:00 to 2026-06-01 11:30:00 costs 1200"))
    let published = try gatehouse.run("tariff", "publish", good, "--operator", "demo")
    #expect(published.output == "publish tariff demo of demo: version 2 from now\n")
    #expect(published.errors.isEmpty)
    // This year is missing, whatever it is.
    try gatehouse.run("calendar", "import", Self.holidays(2020))
    let list = try gatehouse.run("calendar", "list")
    #expect(list.output == "2020\n")
    #expect(list.errors.hasPrefix("warning: no public holidays of "))
    #expect(try gatehouse.run("apply", CommandLine.demo).errors.hasPrefix("warning: "))
    #expect(
      try gatehouse.run("tariff", "publish", good, "--operator", "demo").errors
        .hasPrefix("warning: "))
  }
}
