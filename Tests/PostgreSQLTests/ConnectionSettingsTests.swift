import GatehouseTesting
import PostgreSQL
import Testing

@Suite("A session has the settings it was given")
struct ConnectionSettingsTests {
  let database: TestDatabase

  init() throws {
    database = try TestDatabase()
  }

  private func settings(_ names: [String], _ connection: Connection) throws -> [String] {
    try names.map { name in
      try connection.query("select current_setting(\(name))").one().decode(at: 0)
    }
  }

  @Test("The session speaks UTC and ISO whatever the database's own settings are")
  func defaults() throws {
    try database.connect().run(
      script: SQL(
        unsafeRaw: """
          alter database \(database.name) set timezone = 'Asia/Shanghai';
          alter database \(database.name) set datestyle = 'German';
          alter database \(database.name) set statement_timeout = 0
          """))
    let other = try database.connect(settings: ConnectionSettings())
    let row = try other.query(
      """
      select to_char('2026-01-01 00:00:00+00'::timestamptz, 'HH24'), '2026-01-02'::date::text,
        current_setting('statement_timeout'), current_setting('lock_timeout'),
        current_setting('idle_in_transaction_session_timeout'),
        current_setting('client_encoding'), current_setting('application_name')
      """
    ).one()
    let texts = try (0..<row.count).map { try row.decode(String.self, at: $0) }
    #expect(texts == ["00", "2026-01-02", "2s", "1500ms", "10s", "UTF8", "gatehouse"])
  }

  @Test("The connection string's own options and name are kept; ours have the last word")
  func ownOptions() throws {
    let own = "options='-c work_mem=5MB -c jit=on' application_name=mine"
    let connection = try Connection("\(database.conninfo()) \(own)")
    let values = try settings(["work_mem", "jit", "application_name", "TimeZone"], connection)
    #expect(values == ["5MB", "off", "mine", "UTC"])
  }

  @Test("Values with spaces, commas and backslashes arrive whole")
  func awkwardValues() throws {
    var wishes = ConnectionSettings()
    wishes.searchPath = "parking, public"
    wishes.parameters = [("gatehouse.note", #"a \ b  c"#)]
    let connection = try database.connect(settings: wishes)
    let values = try settings(["search_path", "gatehouse.note"], connection)
    #expect(values == ["parking, public", #"a \ b  c"#])
  }

  @Test("Patient settings have no limits")
  func patience() throws {
    let connection = try database.connect(settings: .patient)
    let values = try settings(["statement_timeout", "lock_timeout"], connection)
    #expect(values == ["0", "0"])
  }
}
