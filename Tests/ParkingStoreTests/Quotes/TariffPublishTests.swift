import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("Publishing one tariff")
struct TariffPublishTests {
  let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
    try fixture.apply(SiteFixture.demo())
  }

  private func tariff(price: Int) throws -> SiteFile.Tariff {
    let rules = try Document(
      yaml: "{tariff: demo, currency: CNY, rates: [{each: 1 h, price: \(price)}]}")
    return SiteFile.Tariff(id: "demo", rules: rules)
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

  @Test("refuses an operator that is not there")
  func unknownOperator() throws {
    #expect(throws: SiteStoreError.self) {
      try fixture.store.publish(tariff(price: 600), operatorID: "nobody", isDryRun: false)
    }
  }
}
