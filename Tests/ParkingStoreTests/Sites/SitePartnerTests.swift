import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import Testing

@Suite("Partners and offers of a site file")
struct SitePartnerTests {
  let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture()
    try fixture.apply(try SiteFixture.demo())
  }

  @Test("come into the database as they stand there")
  func apply() throws {
    let partners = try fixture.store.partners()
    #expect(partners.map(\.appID) == ["cjj-test"])
    #expect(partners.first?.parks == ["DEMO001", "DEMO002"])
    #expect(partners.first?.keys.map(\.keyID) == ["k1"])
    #expect(try fixture.store.newestKey(ofPartner: "cjj-test")?.secret == TestPartner.secret)
    let offers = try fixture.store.offers()
    #expect(offers.map(\.parkSN) == ["DEMO001", "DEMO002"])
    #expect(offers.allSatisfy { $0.terms == offers[0].terms })
    #expect(offers[0].terms.startPrice == Money(fen: 500))
  }

  @Test("change part by part")
  func change() throws {
    let demo = try SiteFixture.demo()
    let changed = try demo.changing("price: 100", to: "price: 120")
      .changing("sandbox: true", to: "sandbox: false")
    #expect(
      Set(try fixture.apply(changed)) == [
        "change lease offer of DEMO001: price “100” → “120”",
        "change lease offer of DEMO002: price “100” → “120”",
        "change partner cjj-test: sandbox “true” → “false”",
      ])
    let closed = try changed.changing("is_sun: true", to: "is_sun: true\n          is_open: false")
    #expect(try fixture.apply(closed).count == 2)
    // Left out they stay as they are.
    let silent = try changed.changing("lease_offer: &offer", to: "lease_lead_minutes: 60 #")
    let lines = silent.split(separator: "\n").filter { line in
      ![
        "deadline:", "start_time:", "end_time:", "is_s", "is_h", "price:", "holiday_price:",
        "start_price:", "lease_offer:",
      ].contains { line.trimmingPrefix { $0 == " " }.hasPrefix($0) }
    }
    #expect(try fixture.apply(lines.joined(separator: "\n")) == [])
  }

  @Test("Keys are added and never taken away, and a rotated key survives the next apply")
  func keys() throws {
    let demo = try SiteFixture.demo()
    let second = SiteFile.Partner.Key(id: "k2", secret: .plain("0123456789abcdef0123"))
    try fixture.store.addKey(second, toPartner: "cjj-test")
    #expect(throws: SiteStoreError.self) {
      try fixture.store.addKey(
        SiteFile.Partner.Key(id: "k3", secret: .plain("2123456789abcdef0123")),
        toPartner: "cjj-test")
    }
    try fixture.store.retireKey("k1", ofPartner: "cjj-test")
    #expect(try fixture.apply(demo) == [])
    #expect(try fixture.store.partners().first?.keys.map(\.keyID) == ["k2"])
    let other = try demo.changing(TestPartner.secret, to: "other-secret-of-the-same-key")
    let error = #expect(throws: SiteStoreError.self) { try fixture.apply(other) }
    #expect(error?.description.contains("another secret") == true)
    #expect(error?.description.contains("other-secret") == false)
  }

  @Test("A partner that was switched off stays off, and one that vanishes is retired")
  func disabled() throws {
    try fixture.store.setPartner("cjj-test", isDisabled: true)
    #expect(try fixture.apply(try SiteFixture.demo()) == [])
    #expect(try fixture.store.partners().first?.disabledAt != nil)
    try fixture.store.setPartner("cjj-test", isDisabled: false)
    #expect(try fixture.store.partners().first?.disabledAt == nil)
    let without = "operators:\n  - {id: demo, name: 示范停车运营, partners: []}"
    #expect(try fixture.apply(without) == ["retire partner cjj-test"])
    #expect(try fixture.store.partners() == [])
  }

  @Test("A change of an offer queues a push in the same transaction, and a dry run none")
  func push() throws {
    try fixture.apply(try SiteFixture.demo())
    let before = try fixture.number("select count(*) from parking.outbox")
    let dearer = { (old: LeaseOffer?) throws -> LeaseOffer in
      var terms = try #require(old)
      terms.price = Money(fen: 130)
      return terms
    }
    let dry = try fixture.store.changeOffer(ofPark: "DEMO001", isDryRun: true, dearer)
    #expect(dry.map(\.description) == ["change lease offer of DEMO001: price “100” → “130”"])
    #expect(try fixture.number("select count(*) from parking.outbox") == before)
    #expect(try fixture.store.changeOffer(ofPark: "DEMO001", dearer) == dry)
    #expect(try fixture.number("select count(*) from parking.outbox") == before + 1)
    #expect(
      try fixture.texts(
        """
        select subject || ' ' || (body->>'price') from parking.outbox
        order by outbox_id desc limit 1
        """) == ["DEMO001 130"])
    #expect(throws: SiteStoreError.self) {
      try fixture.store.changeOffer(ofPark: "NOSUCH", dearer)
    }
  }

  @Test("The report says what became of a park's leases")
  func report() throws {
    try fixture.database.connect().execute(
      """
      insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time,
        begins_at, ends_at, offer_check, source)
      values ('cjj-test', 'DEMO001', '苏E88888', '2026-01-05', '19:00', '06:30',
        '2026-01-05 19:00+08', '2026-01-06 06:30+08', 'outside', 'order')
      """)
    let report = try fixture.store.leaseReport(
      ofPark: "DEMO001", since: Instant(seconds: 1_700_000_000))
    #expect(report.sections.map(\.lines.count) == [1, 0, 1, 0])
    #expect(
      report.sections[0].lines == ["苏E88888 2026-01-05 19:00–06:30 by cjj-test: outside"])
    let later = try fixture.store.leaseReport(
      ofPark: "DEMO001", since: Instant(seconds: 1_800_000_000))
    #expect(later.sections.map(\.lines.count) == [0, 0, 0, 0])
  }
}
