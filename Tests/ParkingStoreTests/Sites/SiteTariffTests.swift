import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("Publishing the tariffs of a site file")
struct SiteTariffTests {
  let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
  }

  static func site(price: Int, from start: String? = nil) -> String {
    let start = start.map { "valid_from: \"\($0)\", " } ?? ""
    return """
      operators:
        - id: a
          name: A
          tariffs:
            - {tariff: t, \(start)currency: CNY, rates: [{each: 1 h, price: \(price)}]}
      """
  }

  @Test("makes a first version that always held, and a new one from now when the rules change")
  func versions() throws {
    #expect(
      try fixture.apply(Self.site(price: 500)) == [
        "add operator a: A", "add tariff t of a",
        "publish tariff t of a: version 1 from the beginning",
      ])
    #expect(try fixture.apply(Self.site(price: 500)) == [])
    #expect(
      try fixture.apply(Self.site(price: 600)) == ["publish tariff t of a: version 2 from now"])
    #expect(try fixture.apply(Self.site(price: 600)) == [])
    #expect(
      try fixture.texts(
        """
        select concat(version, ' ', valid_from = '-infinity', ' ', document::jsonb -> 'rates',
          ' ', digest = sha256(convert_to(document, 'UTF8')), ' ', valid_from <= now())
        from parking.tariff_version order by version
        """) == [
          #"1 t [{"each": "1 h", "price": 500}] t t"#,
          #"2 f [{"each": "1 h", "price": 600}] t t"#,
        ])
  }

  @Test("does not see the order of keys, spaces and comments")
  func sameRules() throws {
    try fixture.apply(Self.site(price: 500))
    #expect(
      try fixture.apply(
        """
        operators:
          - id: a
            name: A
            tariffs:
              - rates: # the same
                  - price: 500
                    each: 1 h
                currency: "CNY"
                tariff: t
        """) == [])
  }

  @Test("begins where valid_from says, and knows it again")
  func future() throws {
    try fixture.apply(Self.site(price: 500))
    let next = Self.site(price: 600, from: "2199-01-01 00:00")
    #expect(
      try fixture.apply(next) == ["publish tariff t of a: version 2 from 2198-12-31T16:00:00Z"])
    #expect(try fixture.apply(next) == [])
    #expect(try fixture.store.apply(fixture.store.export()) == [])
  }

  @Test(
    "refuses to begin in the past or before the last version, and changes nothing",
    arguments: ["2020-01-01", "2198-01-01", nil])
  func tooEarly(start: String?) throws {
    try fixture.apply(Self.site(price: 500))
    if start != "2020-01-01" {
      try fixture.apply(Self.site(price: 600, from: "2199-01-01"))
    }
    let state = try fixture.state()
    let error = #expect(throws: SiteStoreError.self) {
      try fixture.apply(Self.site(price: 700, from: start))
    }
    #expect(error?.fileErrors?.problems.map(\.line) == [5])
    #expect(try fixture.state() == state)
  }

  @Test("refuses to retire a tariff that still prices a park")
  func stillUsed() throws {
    let park = "\n    parks: [{id: P1, name: One, places: 1, tariff: t}]"
    try fixture.apply(Self.site(price: 500) + park)
    #expect(throws: SiteStoreError.self) {
      try fixture.apply("operators: [{id: a, name: A, tariffs: []}]")
    }
    #expect(
      try fixture.apply(
        "operators: [{id: a, name: A, tariffs: [], parks: [{id: P1, name: One, places: 1}]}]") == [
          "retire tariff t of a", "change park P1: tariff “t” → none",
        ])
  }
}
