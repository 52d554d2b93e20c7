import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import TariffTrials
import Testing

@Suite("Publishing one tariff")
struct TariffPublishTests {
  let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
    try fixture.apply(SiteFixture.demo())
  }

  private func tariff(price: Int, _ rules: String = "") throws -> Tariff {
    try Tariff(
      Document(
        yaml: "{tariff: demo, currency: CNY, rates: [{each: 1 h, price: \(price)}]\(rules)}"))
  }

  /// What is said against a tariff; nothing is changed.
  private func objections(_ tariff: Tariff) throws -> [String] {
    let before = try fixture.state()
    let error = #expect(throws: SiteStoreError.self) {
      try fixture.store.publish(tariff, operatorID: "demo", isDryRun: false)
    }
    #expect(try fixture.state() == before)
    return error?.fileErrors?.problems.map(\.message) ?? []
  }

  @Test("makes a new version and leaves the rest of the site alone")
  func newVersion() throws {
    let changes = try fixture.store.publish(
      tariff(price: 600), operatorID: "demo", isDryRun: false)
    #expect(changes.map(\.description) == ["publish tariff demo of demo: version 2 from now"])
    #expect(
      try fixture.store.publish(tariff(price: 600), operatorID: "demo", isDryRun: false).isEmpty)
    #expect(try fixture.number("select count(*) from parking.booth where retired_at is null") == 6)
  }

  @Test("changes nothing in a dry run")
  func dryRun() throws {
    let before = try fixture.state()
    #expect(
      try fixture.store.publish(tariff(price: 600), operatorID: "demo", isDryRun: true).count == 1)
    #expect(try fixture.state() == before)
  }

  @Test("refuses examples that fail")
  func examples() throws {
    let wrong = ", examples: [{enter: 2026-03-02 10:00, leave: 2026-03-02 11:30, fee: 1}]"
    #expect(
      try objections(tariff(price: 600, wrong))
        == ["line 1: 2026-03-02 10:00:00 to 2026-03-02 11:30:00 costs 1200, not 1"])
  }

  @Test(
    "refuses a fee that falls with time, also of some vehicles only, unless it says that it may")
  func decreasing() throws {
    let early = ", concessions: [{name: E, when: {left: 15:00-18:00}, rates: [{price: 100}]}]"
    let first = try objections(tariff(price: 600, early)).first
    #expect(first?.contains("costs 100, and a shorter one") == true)
    let bus = early.replacing("left: 15:00-18:00", with: "left: 15:00-18:00, vehicle: bus")
    #expect(try objections(tariff(price: 600, bus)).first?.contains("(vehicle bus)") == true)
    #expect(
      try fixture.store.publish(
        tariff(price: 600, early + ", may_decrease: true"), operatorID: "demo", isDryRun: true
      ).count == 1)
  }

  @Test("refuses sums that leave the range of whole numbers")
  func overflow() throws {
    let rules = ", price_percent: 1000, fee_percent: 1000"
    let huge = try Tariff(
      Document(
        yaml: "{tariff: demo, currency: CNY, rates: [{each: 1 s, price: 1000000000}]\(rules)}"))
    #expect(try objections(huge).first?.contains("range of whole numbers") == true)
  }

  @Test("refuses day types without a calendar")
  func calendar() throws {
    let rules = """
      {tariff: demo, currency: CNY, count: window, windows: [
        {name: a, days: workday, rates: [{price: 1}]}, {name: b, rates: [{price: 2}]}]}
      """
    #expect(try objections(Tariff(Document(yaml: rules))).first?.contains("holidays of") == true)
  }

  @Test("refuses clocks that are not those of the parks that use it")
  func zone() throws {
    #expect(
      try objections(tariff(price: 600, ", time_zone: Europe/Berlin"))
        == ["the tariff and the parks that use it have several: Asia/Shanghai, Europe/Berlin"])
  }

  @Test("refuses an operator that is not there")
  func unknownOperator() throws {
    #expect(throws: SiteStoreError.self) {
      try fixture.store.publish(tariff(price: 600), operatorID: "nobody", isDryRun: false)
    }
  }
}
