import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import TariffTrials
import Testing

@Suite("What is known of a stay goes into its fee, is kept with it, and is replayed")
struct StayFactsTests {
  let fixture: SiteFixture

  /// An hour costs 1 yuan, and whatever else `rules` say.
  private init(_ rules: String) throws {
    fixture = try SiteFixture()
    try fixture.apply(SiteFixture.demo().changing(Self.demoRules, to: rules))
  }

  init() throws { try self.init("rates: [{each: 1 h, price: 100}]") }

  private static let demoRules = """
    free: {for: 30 min}
            cycle: 24 h
            rates:
              - {for: 1 h, price: 500}
              - {each: 30 min, price: 200}
            caps:
              - {at_most: 4000, per: cycle, name: {zh: 每24小时最高40.00元, en: At most CNY 40.00 per 24 h}}
    """

  private func with(_ rules: String) throws -> StayFactsTests { try StayFactsTests(rules) }

  /// A stay that began so many minutes ago and is charged to now, or that ended some minutes ago
  /// and is history; its number.
  private func stay(
    _ plate: String, from minutes: Int64, to end: Int64? = nil, color: String = ""
  ) throws -> Int64 {
    let store = ParkingStore(conninfo: fixture.database.conninfo(.worker), pictures: "/nonexistent")
    let entry = try #require(try store.device(token: "demo-in-1-camera"))
    let exit = try #require(try store.device(token: "demo-out-1-camera"))
    var read = CameraRead(vendor: "generic", plate: Plate(reading: plate), plateColor: color)
    read.isReplay = true
    read.capturedAt = entry.seenAt.advanced(bySeconds: -minutes * 60)
    _ = try store.receive(read, from: entry) { _ in StoredReply(body: [], contentType: "") }
    read.isReplay = end != nil
    read.capturedAt = end.map { exit.seenAt.advanced(bySeconds: -$0 * 60) }
    let stayID = try Int64(
      fixture.number("select stay_id from parking.open_stay where plate = \(plate)"))
    _ = try store.receive(read, from: exit) { _ in StoredReply(body: [], contentType: "") }
    if end == nil, try store.dueStay(at: exit.booth, of: exit.park)?.stayID == stayID {
      let visit = BoothVisit(park: exit.park, booth: exit.booth, caller: .network)
      try store.permitExit(ExitPress(stayID: stayID, release: .manual(reason: "")), at: visit)
    }
    return stayID
  }

  /// The fee of a finished stay, which must replay to the same lines.
  private func fee(_ stayID: Int64) throws -> Fee {
    let replay = try #require(try fixture.store.replayQuote(stayID: stayID))
    #expect(replay.isSame)
    return replay.kept
  }

  private func inputs(_ fee: Fee) throws -> KeptInputs {
    guard case .known(_, _, let quote) = fee else { throw MissingPart(part: "a fee") }
    return try KeptQuote(json: quote).inputs
  }

  private static let classes = """
    rates: [{each: 1 h, price: 100}]
            variants:
              - {when: {vehicle: large}, price_percent: 200}
              - {when: {vehicle: motorcycle}, price_percent: 50}
              - {when: {person: patient}, exempt: true}
              - {when: {new_energy: true}, price_percent: 70}
    """

  @Test(
    "A plate's colour and layout tell the class",
    arguments: [
      ("苏E88881", "blue", 200), ("苏E88882", "yellow", 400), ("苏E88883", "", 200),
      ("苏ED12345", "green", 140), ("苏E12345D", "yellow_green", 400),
    ])
  func plates(plate: String, color: String, total: Int) throws {
    let tests = try with(Self.classes)
    #expect(try tests.fee(tests.stay(plate, from: 90, color: color)).total == Money(fen: total))
  }

  @Test("The registry's class counts before the plate's, and its words about the driver as well")
  func registry() throws {
    let tests = try with(Self.classes)
    let sheet = try VehicleSheet(
      Array(
        """
        plate,category,class,person
        苏E88881,temporary,motorcycle,
        苏E88882,temporary,,resident patient
        苏E88883,blacklisted,large,
        """.utf8), zone: .utc)
    _ = try tests.fixture.store.importVehicles(sheet, toPark: "DEMO001")
    #expect(
      try tests.fee(tests.stay("苏E88881", from: 90, color: "yellow")).total == Money(fen: 100))
    let patient = try tests.fee(tests.stay("苏E88882", from: 90, color: "blue"))
    #expect(patient.total == .zero)
    #expect(try tests.inputs(patient).facts.persons == ["patient", "resident"])
    #expect(try tests.fee(tests.stay("苏E88883", from: 90)).total == Money(fen: 400))
    #expect(
      try tests.fixture.store.vehicles(ofPark: "DEMO001").contains { $0.vehicleClass == "large" })
  }

  @Test("Who is registered while inside counts, and one whose time was over does not")
  func periods() throws {
    let tests = try with(Self.classes)
    for (plate, from, until) in [("苏E88881", "-10 min", "1 h"), ("苏E88882", "-9 h", "-8 h")] {
      _ = try tests.fixture.database.connect().query(
        """
        insert into parking.vehicle (park_sn, plate, category, persons, source, valid_from, valid_until)
        values ('DEMO001', \(plate), 0, 'patient', 'console', now() + \(from)::interval,
          now() + \(until)::interval)
        """)
    }
    #expect(try tests.fee(tests.stay("苏E88881", from: 90)).total == .zero)
    #expect(try tests.fee(tests.stay("苏E88882", from: 90)).total == Money(fen: 200))
  }

  @Test("A card that ended, and a free list entry that began, during the stay cut it there")
  func rights() throws {
    for (plate, category, from, until) in [
      ("苏E88881", 1, "-30 days", "-61 min"), ("苏E88882", 2, "-29 min", "30 days"),
    ] {
      _ = try fixture.database.connect().query(
        """
        insert into parking.vehicle (park_sn, plate, category, source, valid_from, valid_until)
        values ('DEMO001', \(plate), \(category), 'console', now() + \(from)::interval,
          now() + \(until)::interval)
        """)
    }
    // 61 minutes after the card, and 91 before the entry.
    #expect(try fee(stay("苏E88881", from: 300)).total == Money(fen: 200))
    let free = try fee(stay("苏E88882", from: 120))
    #expect(free.total == Money(fen: 200))
    #expect(try inputs(free).facts.rights.count == 1)
  }

  @Test("Earlier stays of the plate come from the books: caps over entries, free entries, re-entry")
  func earlier() throws {
    let tests = try with(
      """
      rates: [{each: 1 h, price: 100}]
              free: {for: 15 min, times: {at_most: 1, per: 24 h}}
              caps: [{at_most: 500, per: 24 h, over_entries: true}]
      """)
    #expect(try tests.fee(tests.stay("苏E88881", from: 600, to: 390)).total == Money(fen: 400))
    let second = try tests.fee(tests.stay("苏E88881", from: 200, to: 60))
    #expect(second.total == Money(fen: 100))
    #expect(try tests.inputs(second).facts.earlier.count == 1)
    #expect(try tests.fee(tests.stay("苏E88882", from: 60, to: 50)).total == .zero)
    #expect(try tests.fee(tests.stay("苏E88882", from: 40, to: 30)).total == Money(fen: 100))
    #expect(try tests.fee(tests.stay("苏E88883", from: 40, to: 30)).total == .zero)
  }

  @Test("A vehicle that comes again at once continues its stay")
  func reentry() throws {
    let tests = try with(
      """
      rates: [{for: 1 h, price: 500}, {each: 1 h, price: 100}]
              reentry: {within: 15 min}
      """)
    #expect(try tests.fee(tests.stay("苏E88881", from: 180, to: 100)).total == Money(fen: 600))
    #expect(try tests.fee(tests.stay("苏E88881", from: 90)).total == Money(fen: 100))
    #expect(try tests.fee(tests.stay("苏E88882", from: 90)).total == Money(fen: 600))
  }

  @Test(
    "A stay across a change of the tariff is priced as the version of its entry says",
    arguments: [("entry", 300, 0), ("exit", 900, 2), ("split", 800, 2)])
  func versions(rule: String, total: Int, kept: Int) throws {
    let rules = """
      prices_by: \(rule)
              rates: [{each: 30 min, price: 100}]
      """
    let tests = try with(rules)
    let change = try Document(
      yaml: "{tariff: demo, currency: CNY, rates: [{each: 30 min, price: 300}]}")
    _ = try tests.fixture.database.connect().query(
      """
      insert into parking.tariff_version (operator_id, tariff_id, version, valid_from, document, digest)
      values ('demo', 'demo', 2, now() - interval '44 min', \(change.jsonText), sha256('2'))
      """)
    let fee = try tests.fee(tests.stay("苏E88881", from: 88))
    #expect(fee.total == Money(fen: total))
    #expect(try tests.inputs(fee).versions.count == kept)
    // A later version changes nothing of it.
    let stayID = try tests.fixture.number("select stay_id from parking.stay")
    try tests.fixture.apply(
      SiteFixture.demo().changing(Self.demoRules, to: rules.replacing("100", with: "700")))
    #expect(try tests.fee(Int64(stayID)) == fee)
  }

  @Test("A stay that enters when the tariff is no longer in force has no fee")
  func notInForce() throws {
    let tests = try with(
      """
      valid_from: 2020-01-01
              valid_to: 2020-02-01
              rates: [{each: 30 min, price: 100}]
      """)
    guard case .unknown(let reason) = try tests.fee(tests.stay("苏E88881", from: 90)) else {
      Issue.record("a fee by a tariff that is not in force")
      return
    }
    #expect(reason.contains("没有生效的收费标准"))
  }

  @Test("A stored tariff that cannot be read makes the fee unknown, and a manual release ends it")
  func unreadable() throws {
    try fixture.database.connect().execute(
      """
      insert into parking.tariff_version (operator_id, tariff_id, version, valid_from, document, digest)
      values ('demo', 'demo', 9, now() - interval '3 h', '{"tariff":"demo"}', sha256('9'))
      """)
    #expect(try fee(stay("苏E88881", from: 90)) == .unreadableTariff)
    #expect(try fixture.texts("select reason from parking.review_item") == ["manual_release"])
  }
}
