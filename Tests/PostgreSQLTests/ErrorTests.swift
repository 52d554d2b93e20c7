import GatehouseTesting
import PostgreSQL
import Testing

@Suite("An error says what happened and no value")
struct ErrorTests {
  let database: TestDatabase
  let connection: Connection

  init() throws {
    database = try TestDatabase()
    connection = try database.connect()
    try connection.run(
      script: """
        create domain plate as text constraint plate_is_short check (length(value) < 20);
        create table parent (id text constraint parent_key primary key);
        create table child (
          parent text not null constraint child_parent references parent,
          plate plate constraint child_plate check (plate <> 'secret-bad'),
          span int4range, constraint child_span exclude using gist (span with &&));
        insert into parent values ('secret-1');
        """)
  }

  private func expect(
    _ code: DatabaseError.Code, _ sqlState: String, constraint: String? = nil, of sql: SQL,
    at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: DatabaseError.self, sourceLocation: location) {
      try connection.query(sql)
    }
    #expect(error?.code == code, sourceLocation: location)
    #expect(error?.sqlState == sqlState, sourceLocation: location)
    #expect(error?.constraint == constraint, sourceLocation: location)
    guard let error else { return }
    var dumped = ""
    dump(error, to: &dumped)
    for text in ["\(error)", String(reflecting: error), dumped, "\([error])"] {
      #expect(!text.contains("secret"), sourceLocation: location)
      #expect(text.contains(sqlState), sourceLocation: location)
    }
    #expect(!error.isConnectionLoss && connection.isUsable, sourceLocation: location)
  }

  @Test("Violations carry the constraint's name")
  func violations() {
    let key = "secret-1"
    expect(
      .uniqueViolation, "23505", constraint: "parent_key",
      of: "insert into parent values (\(key))")
    expect(
      .checkViolation, "23514", constraint: "child_plate",
      of: "insert into child values (\(key), \("secret-bad"))")
    expect(
      .checkViolation, "23514", constraint: "plate_is_short",
      of: "insert into child values (\(key), \("secret-0123456789-0123456789"))")
    expect(
      .foreignKeyViolation, "23503", constraint: "child_parent",
      of: "insert into child values (\("secret-2"))")
    expect(.notNullViolation, "23502", of: "insert into child values (null, \("secret-3"))")
    expect(
      .exclusionViolation, "23P01", constraint: "child_span",
      of: "insert into child values (\(key), null, '[1,3]'), (\(key), null, '[2,4]')")
  }

  @Test("Data errors and raised ones, whose message quotes the value")
  func dataErrors() {
    expect(.other, "22P02", of: "select \("secret")::text::integer")
    expect(.other, "22P02", of: "select \(JSONText("{secret"))")
    expect(.other, "22007", of: "select \("secret")::text::date")
    expect(.other, "22012", of: "select 1 / \(0)")
  }

  @Test("A raised error keeps its own SQLSTATE")
  func raised() throws {
    try connection.run(
      script: """
        create function raise(t text) returns void language plpgsql as $$
        begin raise exception 'secret %', t using errcode = 'GH001', constraint = 'lane_busy';
        end $$
        """)
    expect(.other, "GH001", constraint: "lane_busy", of: "select raise(\("secret"))")
  }

  @Test("A mistake in the text of a statement is told in full")
  func mistakes() {
    let error = #expect(throws: DatabaseError.self) {
      try connection.query("select missing from parent where id = \("secret")")
    }
    #expect(
      error?.description == "other (SQLSTATE 42703): column \"missing\" does not exist")
  }

  @Test("A statement and a wait for a lock are cut at their limits")
  func limits() throws {
    var settings = ConnectionSettings()
    settings.statementTimeout = .seconds(3)
    settings.lockTimeout = .milliseconds(200)
    let hasty = try database.connect(settings: settings)
    let slow = #expect(throws: DatabaseError.self) { try hasty.query("select pg_sleep(60)") }
    #expect(slow?.code == .statementTimeout)
    #expect(slow?.isTransient == true)
    try connection.transaction {
      try connection.execute("update parent set id = id")
      let locked = #expect(throws: DatabaseError.self) {
        try hasty.execute("update parent set id = id")
      }
      #expect(locked?.code == .lockTimeout)
    }
    #expect(try hasty.execute("update parent set id = id") == 1)
  }

  @Test("Notices go to the closure")
  func notices() throws {
    var texts: [String] = []
    let talkative = try Connection(database.conninfo()) { texts.append($0.message) }
    try talkative.run(script: "do $$ begin raise warning 'watch %', 1; end $$")
    #expect(texts == ["watch 1"])
    try connection.run(script: "do $$ begin raise warning 'ignored'; end $$")
  }

  @Test("COPY is refused and costs the connection, not the program")
  func copy() throws {
    let victim = try database.connect()
    #expect(throws: DatabaseError.self) { try victim.run(script: "copy parent to stdout") }
    #expect(!victim.isUsable)
  }
}
