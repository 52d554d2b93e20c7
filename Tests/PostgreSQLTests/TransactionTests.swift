import Foundation
import GatehouseTesting
import PostgreSQL
import Testing

@Suite("A transaction takes effect as a whole or not at all")
struct TransactionTests {
  struct Refusal: Error {}

  let database: TestDatabase
  let connection: Connection

  init() throws {
    database = try TestDatabase()
    connection = try database.connect()
    try connection.run(
      script: """
        create table t (id int, n int not null default 0,
          constraint t_id unique (id) deferrable initially deferred);
        insert into t values (1), (2)
        """)
  }

  private func ids() throws -> [Int] {
    let rows = try database.connect().query("select id from t order by id")
    return try rows.map { try $0.decode(at: 0) }
  }

  /// Whether the server sees the connection outside any transaction.
  private func isIdle() throws -> Bool {
    let process = connection.processID
    let row = try database.connect().query(
      "select state = 'idle' from pg_stat_activity where pid = \(process)"
    ).one()
    return try row.decode(at: 0)
  }

  @Test("What it returns is committed; what it throws is rolled back")
  func commitAndRollback() throws {
    let count = try connection.transaction {
      try connection.execute("insert into t values (\(3))")
      return try connection.query("select from t").count
    }
    #expect(count == 3)
    #expect(throws: Refusal.self) {
      try connection.transaction {
        try connection.execute("insert into t values (\(4))")
        throw Refusal()
      }
    }
    #expect(try ids() == [1, 2, 3])
  }

  @Test("One without statements sends nothing and succeeds")
  func empty() throws {
    #expect(try connection.transaction { 5 } == 5)
    #expect(throws: Refusal.self) { try connection.transaction { throw Refusal() } }
    #expect(try isIdle())
  }

  @Test("The last statement may commit")
  func queryCommitting() throws {
    for id in 3...4 {
      let row = try connection.transaction {
        try connection.queryCommitting("insert into t values (\(id)) returning id").one()
      }
      #expect(try row.decode(at: 0) == id)
    }
    for id in 5...6 {
      try connection.transaction {
        try connection.execute("insert into t values (\(id))")
        _ = try connection.queryCommitting("update t set n = 1 where id = \(id)")
      }
    }
    #expect(try ids() == [1, 2, 3, 4, 5, 6])
  }

  @Test("When the last statement fails nothing is committed")
  func failedQueryCommitting() throws {
    for _ in 0..<2 {
      let error = #expect(throws: DatabaseError.self) {
        try connection.transaction {
          try connection.execute("insert into t values (9)")
          _ = try connection.queryCommitting("insert into t values (\(10), \(Int32?.none))")
        }
      }
      #expect(error?.code == .notNullViolation)
      let alone = #expect(throws: DatabaseError.self) {
        try connection.transaction { _ = try connection.queryCommitting("select 1 / \(0)") }
      }
      #expect(alone?.sqlState == "22012")
    }
    #expect(try ids() == [1, 2])
  }

  @Test("A constraint that is checked at COMMIT is reported, however the COMMIT was sent")
  func deferredConstraint() throws {
    let insert: SQL = "insert into t values (\(1))"
    let ways: [(Connection) throws -> Void] = [
      { try $0.execute(insert) },
      { connection in try connection.transaction { _ = try connection.execute(insert) } },
      { connection in try connection.transaction { _ = try connection.queryCommitting(insert) } },
      { _ = try $0.batch([insert]) },
      { try $0.run(script: "insert into t values (1)") },
    ]
    for way in ways + ways {
      let error = #expect(throws: DatabaseError.self) { try way(connection) }
      #expect(error?.code == .uniqueViolation)
      #expect(error?.constraint == "t_id")
      #expect(try isIdle())
    }
    #expect(try ids() == [1, 2])
  }

  @Test("A hidden error does not pass for a commit")
  func hiddenError() throws {
    let error = #expect(throws: DatabaseError.self) {
      try connection.transaction {
        try connection.execute("insert into t values (3)")
        _ = try? connection.execute("select 1 / \(0)")
      }
    }
    #expect(error?.code == .transactionAborted)
    let refused = #expect(throws: DatabaseError.self) {
      try connection.transaction {
        _ = try? connection.execute("select 1 / \(0)")
        try connection.execute("insert into t values (4)")
      }
    }
    #expect(refused?.code == .transactionAborted)
    #expect(try ids() == [1, 2])
  }

  @Test("A statement that ends the transaction is found out")
  func endedInside() throws {
    for end: SQL in ["rollback", "commit"] {
      let error = #expect(throws: DatabaseError.self) {
        try connection.transaction {
          try connection.execute("select 1")
          try connection.execute(end)
        }
      }
      #expect(error?.code == .badTransaction)
      #expect(try isIdle())
    }
  }

  @Test("A batch is one transaction")
  func batch() throws {
    let rows = try connection.batch([
      "insert into t values (3)", "select count(*) from t", "update t set n = \(1)",
    ])
    #expect(rows.count == 3)
    #expect(try rows[1].one().decode(at: 0) == 3)
    #expect(rows[2].affected == 3)
    let error = #expect(throws: DatabaseError.self) {
      try connection.batch(["insert into t values (4)", "select 1 / \(0)", "select 1"])
    }
    #expect(error?.sqlState == "22012")
    #expect(try connection.batch([]).isEmpty)
    #expect(try ids() == [1, 2, 3])
  }

  @Test("A transaction inside a transaction is a mistake")
  func nested() throws {
    let error = #expect(throws: DatabaseError.self) {
      try connection.transaction { try connection.transaction {} }
    }
    #expect(error?.code == .badTransaction)
    let after = #expect(throws: DatabaseError.self) {
      try connection.transaction {
        _ = try connection.queryCommitting("insert into t values (3)")
        try connection.execute("insert into t values (4)")
      }
    }
    #expect(after?.code == .badTransaction)
    #expect(throws: DatabaseError.self) { try connection.queryCommitting("select 1") }
    #expect(try ids() == [1, 2, 3])
  }

  @Test("The isolation is the one that was asked for")
  func isolation() throws {
    let levels: [(Isolation, String)] = [
      (.readCommitted, "read committed"), (.repeatableRead, "repeatable read"),
      (.serializable, "serializable"),
    ]
    for (isolation, name) in levels {
      let row = try connection.transaction(isolation: isolation) {
        try connection.query("select current_setting('transaction_isolation')").one()
      }
      #expect(try row.decode(at: 0) == name)
    }
  }

  @Test("statement_timeout does not cut a COMMIT, which may take long")
  func slowCommit() throws {
    try connection.run(
      script: """
        create function slow() returns trigger language plpgsql as $$
        begin perform pg_sleep(4); return null; end $$;
        create constraint trigger slow after insert on t deferrable initially deferred
          for each row execute function slow()
        """)
    var settings = ConnectionSettings()
    settings.statementTimeout = .seconds(2)
    settings.answerMargin = .seconds(60)
    let hasty = try database.connect(settings: settings)
    try hasty.execute("insert into t values (3)")
    try hasty.transaction { _ = try hasty.execute("insert into t values (4)") }
    try hasty.transaction { _ = try hasty.queryCommitting("insert into t values (5)") }
    #expect(try ids() == [1, 2, 3, 4, 5])
  }
}
