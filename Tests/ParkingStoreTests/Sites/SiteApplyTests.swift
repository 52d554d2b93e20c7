import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import TariffTrials
import Testing

@Suite("Applying a site file")
struct SiteApplyTests {
  let fixture: SiteFixture
  let demo: String

  init() throws {
    fixture = try SiteFixture()
    demo = try SiteFixture.demo()
  }

  @Test("makes the database say what it says, and a second time changes nothing")
  func twice() throws {
    #expect(try fixture.apply(demo).count == 37)
    let state = try fixture.state()
    #expect(try fixture.apply(demo) == [])
    #expect(try fixture.state() == state)
    #expect(
      try fixture.texts("select booth_id::text from parking.booth order by park_sn, position") == [
        "demo-in-1", "demo-in-2", "demo-out-1", "demo-out-2", "demo2-in-1", "demo2-out-1",
      ])
    #expect(try fixture.number("select count(*) from parking.account_park") == 2)
  }

  @Test("keeps secrets as hashes alone")
  func hashes() throws {
    try fixture.apply(demo)
    #expect(
      try fixture.number(
        """
        select count(*) from parking.device
        where token_digest = sha256(convert_to(booth_id || '-camera', 'UTF8'))
        """) == 6)
    #expect(
      try fixture.number(
        """
        select count(*) from parking.account
        where password_hash like '$2a$10$%'
          and parking.crypt('demo-gatehouse', password_hash) = password_hash
        """) == 2)
  }

  @Test("for a dry run says the same and changes nothing")
  func dryRun() throws {
    let before = try fixture.state()
    let announced = try fixture.apply(demo, isDryRun: true)
    #expect(try fixture.state() == before)
    #expect(try fixture.apply(demo) == announced)
    let changed = try demo.changing("places: 50", to: "places: 60")
    let state = try fixture.state()
    #expect(
      try fixture.apply(changed, isDryRun: true) == [
        "change park DEMO001: places “50” → “60”"
      ])
    #expect(try fixture.state() == state)
  }

  @Test("retires what vanished and revives what comes back, and deletes no row")
  func retireAndRevive() throws {
    try fixture.apply(demo)
    let rows = try fixture.number("select count(*) from parking.booth")
    let smaller = try demo.changing(
      """
                - id: demo-out-2
                  name: 西门出口
                  direction: exit
                  devices: [{id: demo-out-2, token: demo-out-2-camera}]

      """, to: ""
    ).changing("- {plate: 苏E10002, category: free}", to: "")
    #expect(
      Set(try fixture.apply(smaller)) == [
        "retire booth demo-out-2 of DEMO001", "retire device demo-out-2 of DEMO001",
        "retire vehicle 苏E10002 of DEMO001, free", "retire vehicle 苏E10002 of DEMO002, free",
      ])
    #expect(try fixture.apply(smaller) == [])
    #expect(try fixture.number("select count(*) from parking.booth") == rows)
    #expect(
      Set(try fixture.apply(demo)) == [
        "revive booth demo-out-2 of DEMO001", "revive device demo-out-2 of DEMO001",
        "revive vehicle 苏E10002 of DEMO001, free", "revive vehicle 苏E10002 of DEMO002, free",
      ])
    #expect(try fixture.apply(demo) == [])
    #expect(try fixture.number("select count(*) from parking.vehicle") == 6)
  }

  @Test("leaves sections alone that the file leaves out")
  func absentSections() throws {
    try fixture.apply(demo)
    let state = try fixture.state()
    #expect(try fixture.apply("operators: [{id: demo, name: 示范停车运营}]") == [])
    let park = "{id: DEMO001, name: 示范停车场, places: 50, tariff: demo}"
    let other = "{id: DEMO002, name: 示范二号停车场, places: 20, temporary_entry: wait, tariff: demo}"
    #expect(
      try fixture.apply(
        "operators: [{id: demo, name: 示范停车运营, parks: [\(park), \(other)]}]") == [])
    #expect(try fixture.state() == state)
  }

  @Test("retires a park with all that lets somebody in, and takes its hosts away")
  func retirePark() throws {
    try fixture.apply(demo)
    let changes = try fixture.apply(
      """
      operators:
        - id: demo
          name: 示范停车运营
          parks: [{id: DEMO001, name: 示范停车场, places: 50, tariff: demo}]
      """)
    #expect(
      Set(changes) == [
        "retire park DEMO002", "remove host demo2.localhost",
        "remove trusted network 127.0.0.0/8 of DEMO002",
        "remove trusted network ::1/128 of DEMO002",
        "retire booth demo2-in-1 of DEMO002", "retire booth demo2-out-1 of DEMO002",
        "retire device demo2-in-1 of DEMO002", "retire device demo2-out-1 of DEMO002",
        "retire vehicle 苏E10001 of DEMO002, monthly", "retire vehicle 苏E10002 of DEMO002, free",
        "retire vehicle 苏E10003 of DEMO002, blacklisted",
      ])
    #expect(try fixture.store.hosts().map(\.host) == ["127.0.0.1", "[::1]", "localhost"])
    #expect(try fixture.apply(demo).count == changes.count)
    #expect(try fixture.apply(demo) == [])
  }

  @Test("retires an operator that vanished with all that is below")
  func retireOperator() throws {
    try fixture.apply(demo)
    let changes = try fixture.apply("operators: []")
    #expect(changes.contains("retire operator demo"))
    #expect(changes.contains("retire account demo-operator"))
    for table in ["operator", "tariff", "park", "booth", "device", "account", "vehicle"] {
      #expect(
        try fixture.number(
          "select count(*) from parking.\(SQL(unsafeRaw: table)) where retired_at is null") == 0)
    }
    #expect(try fixture.apply("operators: []") == [])
  }

  @Test("lets devices exchange their tokens, and a renamed device keep its token")
  func tokens() throws {
    try fixture.apply(demo)
    let exchanged = try demo.changing("token: demo-in-1-camera", to: "token: TEMPORARY")
      .changing("token: demo-in-2-camera", to: "token: demo-in-1-camera")
      .changing("token: TEMPORARY", to: "token: demo-in-2-camera")
    #expect(
      try fixture.apply(exchanged) == [
        "change device demo-in-1 of DEMO001: another token",
        "change device demo-in-2 of DEMO001: another token",
      ])
    let renamed = try exchanged.changing("{id: demo-out-1,", to: "{id: new-out-1,")
    #expect(
      Set(try fixture.apply(renamed)) == [
        "add device new-out-1 of DEMO001: at booth demo-out-1",
        "retire device demo-out-1 of DEMO001",
      ])
  }

  @Test("changes a password, and knows the old one again")
  func passwords() throws {
    try fixture.apply(demo)
    let changed = try demo.changing("password: demo-gatehouse\n", to: "password: another-one\n")
    #expect(try fixture.apply(changed) == ["change account demo-operator: another password"])
    #expect(try fixture.apply(changed) == [])
    #expect(
      try fixture.number(
        """
        select count(*) from parking.account
        where parking.crypt('another-one', password_hash) = password_hash
        """) == 1)
  }

  @Test("refuses a reference to what only the database could have, with its line")
  func danglingReferences() throws {
    try fixture.apply(demo)
    let state = try fixture.state()
    let yaml = """
      operators:
        - id: demo
          name: 示范停车运营
          parks:
            - {id: DEMO001, name: 示范停车场, places: 50, tariff: unknown}
        - id: other
          name: Other
          accounts:
            - {login: eve, name: Eve, role: attendant, parks: [DEMO001], password: long enough}
      """
    let error = #expect(throws: SiteStoreError.self) { try fixture.apply(yaml) }
    #expect(error?.fileErrors?.problems.map(\.line) == [5, 9])
    #expect(try fixture.state() == state)
  }

  @Test("leaves vehicles alone that came by CSV or console")
  func otherSources() throws {
    try fixture.apply(demo)
    let connection = try fixture.database.connect(.admin)
    try connection.execute(
      """
      insert into parking.vehicle (park_sn, plate, category, source)
      values ('DEMO001', '苏E10002', 2, 'csv'), ('DEMO001', '苏E20001', 3, 'console')
      """)
    #expect(try fixture.apply(demo) == [])
    let without = try demo.changing("vehicles: &vehicles", to: "vehicles: &vehicles []\n#")
      .changing("          - {plate: 苏E1000", to: "          # {plate: 苏E1000")
    #expect(try fixture.apply(without).count == 6)
    #expect(
      try fixture.texts(
        "select plate::text from parking.vehicle where retired_at is null order by plate") == [
          "苏E10002", "苏E20001",
        ])
  }

  @Test("by two at once is done by one after the other")
  func concurrently() async throws {
    let conninfo = fixture.database.conninfo(.admin)
    let demo = demo
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let store = try SiteStore(conninfo: conninfo)
          return try store.apply(SiteFile(Document(yaml: demo))).count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.sorted() == [0, 0, 0, 37])
  }
}
