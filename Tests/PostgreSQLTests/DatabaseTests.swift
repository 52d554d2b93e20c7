import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("A database is connected to when needed and again when lost")
struct DatabaseTests {
  let test: TestDatabase

  init() throws {
    test = try TestDatabase()
  }

  private func process(_ database: Database) throws -> Int32 {
    try database.withConnection { connection in
      try connection.execute("select 1")
      return connection.processID
    }
  }

  private func kill(_ process: Int32) throws {
    try test.connect().execute("select pg_terminate_backend(\(process), 120000)")
  }

  /// A directory with a socket that can be there or not, for the test's database.
  private func door() throws -> Door {
    let row = try test.connect().query(
      """
      select split_part(current_setting('unix_socket_directories'), ',', 1),
        current_setting('port')
      """
    ).one()
    return try Door(directory: row.decode(at: 0), port: row.decode(at: 1))
  }

  @Test("One connection serves all calls")
  func reuse() throws {
    let database = Database(test.conninfo())
    #expect(!database.isConnected)
    let first = try process(database)
    #expect(try process(database) == first)
    #expect(database.isConnected)
    database.disconnect()
    #expect(try process(database) != first)
  }

  @Test("A connection that died between two calls is replaced unnoticed")
  func diedIdle() throws {
    let database = Database(test.conninfo())
    let first = try process(database)
    try kill(first)
    // For a moment what was there is taken to be there still.
    usleep(50_000)
    #expect(try process(database) != first)
  }

  @Test("A connection that dies at work is an error; nothing is repeated; the next call works")
  func diedAtWork() throws {
    let database = Database(test.conninfo())
    var runs = 0
    let error = #expect(throws: DatabaseError.self) {
      try database.withConnection { connection in
        runs += 1
        try kill(connection.processID)
        try connection.execute("select 1")
      }
    }
    #expect(error?.isConnectionLoss == true)
    #expect(runs == 1)
    #expect(!database.isConnected)
    #expect(try database.withConnection { try $0.query("select 1").count } == 1)
  }

  @Test("Hiding the loss from the database does not keep the dead connection")
  func hiddenLoss() throws {
    let database = Database(test.conninfo())
    try database.withConnection { connection in
      try kill(connection.processID)
      _ = try? connection.execute("select 1")
    }
    #expect(try database.withConnection { try $0.query("select 1").count } == 1)
  }

  @Test("While it is away, the first caller waits as long as it may and the others hardly")
  func away() throws {
    let door = try door()
    let patience = Duration.seconds(4)
    let database = Database(test.conninfo() + " host=\(door.path)", patience: patience)
    let clock = ContinuousClock()
    for limit in [patience * 2, patience / 2, patience / 2] {
      let time = clock.measure {
        let error = #expect(throws: DatabaseError.self) { try process(database) }
        #expect(error?.code == .connectionLost)
        #expect(error?.isConnectionLoss == true)
        #expect(error?.mayHaveTakenEffect == false)
      }
      #expect(time < limit)
    }
    try door.open()
    let time = clock.measure {
      while (try? process(database)) == nil { usleep(5_000) }
    }
    #expect(time < .seconds(30))
  }

  @Test("One that comes back while the first caller waits is used at once")
  func backInTime() throws {
    let door = try door()
    let database = Database(test.conninfo() + " host=\(door.path)", patience: .seconds(120))
    // A thread of its own: the pools may be busy with other tests.
    Thread.detachNewThread {
      usleep(300_000)
      try? door.open()
    }
    #expect(try database.withConnection { try $0.query("select 1").count } == 1)
  }

  @Test("One that accepts and says nothing does not hold a caller")
  func silent() throws {
    let door = try door()
    let listener = try door.openSilently()
    defer { close(listener) }
    let database = Database(test.conninfo() + " host=\(door.path)")
    let time = ContinuousClock().measure {
      let error = #expect(throws: DatabaseError.self) { try process(database) }
      #expect(error?.code == .connectionLost)
    }
    #expect(time < .seconds(30))
  }
}
