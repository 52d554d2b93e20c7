import GatehouseTesting
import PostgreSQL
import Testing

@Suite("A lost connection is known as one")
struct ConnectionLossTests {
  let database: TestDatabase
  let connection: Connection

  init() throws {
    database = try TestDatabase()
    connection = try database.connect()
    try connection.run(
      script: """
        create table t (id int);
        create function die() returns trigger language plpgsql as $$
        begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null;
        end $$;
        create table deadly (id int);
        create constraint trigger die after insert on deadly deferrable initially deferred
          for each row execute function die()
        """)
  }

  private func kill() throws {
    let other = try database.connect()
    let process = Int(connection.processID)
    try other.execute("select pg_terminate_backend(\(process)::int, 120000)")
  }

  private func expectLoss(
    _ code: DatabaseError.Code = .connectionLost, mayHaveTakenEffect: Bool,
    at location: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let error = #expect(throws: DatabaseError.self, sourceLocation: location) { try body() }
    #expect(error?.code == code, sourceLocation: location)
    #expect(error?.isConnectionLoss == true, sourceLocation: location)
    #expect(error?.isTransient == true, sourceLocation: location)
    #expect(error?.mayHaveTakenEffect == mayHaveTakenEffect, sourceLocation: location)
    #expect(!connection.isUsable, sourceLocation: location)
    let again = #expect(throws: DatabaseError.self, sourceLocation: location) {
      try connection.query("select 1")
    }
    #expect(again?.isConnectionLoss == true, sourceLocation: location)
  }

  @Test("Killed while idle: a look shows it, and so does the next statement")
  func killedIdle() throws {
    #expect(connection.isAlive())
    try connection.execute("select 1")
    try kill()
    expectLoss(mayHaveTakenEffect: true) { try connection.execute("select 1") }
    #expect(!connection.isAlive())
  }

  @Test("A look between statements notices the end and nothing else")
  func look() throws {
    for _ in 0..<3 { #expect(connection.isAlive()) }
    try connection.execute("listen x")
    try connection.execute("notify x")
    #expect(connection.isAlive())
    try kill()
    #expect(!connection.isAlive())
    #expect(!connection.isUsable)
  }

  @Test("Killed at work, alone")
  func killedAtWork() {
    expectLoss(mayHaveTakenEffect: true) {
      try connection.execute("select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)")
    }
  }

  @Test("Killed before COMMIT was sent: nothing was done")
  func killedInTransaction() {
    expectLoss(mayHaveTakenEffect: false) {
      try connection.transaction {
        try connection.execute("insert into t values (1)")
        try connection.execute("select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)")
      }
    }
  }

  @Test("Killed during COMMIT: the outcome is unknown, however the COMMIT was sent")
  func killedDuringCommit() throws {
    expectLoss(.commitOutcomeUnknown, mayHaveTakenEffect: true) {
      try connection.transaction { _ = try connection.execute("insert into deadly values (1)") }
    }
  }

  @Test("Killed during the COMMIT of a last statement or a batch: the same")
  func killedDuringPipelinedCommit() throws {
    expectLoss(.commitOutcomeUnknown, mayHaveTakenEffect: true) {
      try connection.transaction {
        _ = try connection.queryCommitting("insert into deadly values (1)")
      }
    }
    let other = try database.connect()
    let error = #expect(throws: DatabaseError.self) {
      try other.batch(["insert into deadly values (1)"])
    }
    #expect(error?.code == .commitOutcomeUnknown)
  }

  @Test("A server that stays silent is given up after the limit")
  func silence() throws {
    var settings = ConnectionSettings()
    settings.statementTimeout = .seconds(2)
    settings.answerMargin = .seconds(1)
    let hasty = try database.connect(settings: settings)
    try hasty.execute("set statement_timeout = 0")
    let start = ContinuousClock.now
    let error = #expect(throws: DatabaseError.self) { try hasty.query("select pg_sleep(60)") }
    #expect(error?.code == .connectionLost)
    #expect(error?.mayHaveTakenEffect == true)
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(!hasty.isUsable)
  }

  @Test("A large statement and a large answer pass through the socket's buffers")
  func large() throws {
    let bytes = [UInt8](repeating: 7, count: 8_000_000)
    #expect(try connection.query("select \(bytes)").one().decode([UInt8].self, at: 0) == bytes)
    let rows = try connection.batch(["select \(bytes)", "select \(bytes)"])
    #expect(rows.count == 2)
  }

  @Test("Who may not connect, and where, is told apart")
  func refusals() throws {
    let cases: [(String, DatabaseError.Code, String?)] = [
      (database.conninfo() + " dbname=missing", .accessDenied, "3D000"),
      (database.conninfo() + " user=missing", .accessDenied, "28000"),
      (database.conninfo() + " host=/nowhere", .connectionLost, nil),
      ("secret", .badConninfo, nil),
      ("host=a password=secret x", .badConninfo, nil), ("host=a\u{0}b", .badConninfo, nil),
    ]
    for (conninfo, code, sqlState) in cases {
      let error = #expect(throws: DatabaseError.self) {
        try Connection(conninfo, settings: .patient)
      }
      #expect(error?.code == code)
      #expect(error?.sqlState == sqlState)
      #expect(error?.description.contains("secret") == false)
    }
  }

  @Test("A database that is full says so")
  func full() throws {
    // A superuser is let in all the same; who may log in without a password is the cluster's to say.
    try connection.run(
      script: SQL(unsafeRaw: "alter database \(database.name) connection limit 0"))
    let error = #expect(throws: DatabaseError.self) { try database.connect(.worker) }
    #expect(error?.code == .tooManyConnections)
    #expect(error?.sqlState == "53300")
  }
}
