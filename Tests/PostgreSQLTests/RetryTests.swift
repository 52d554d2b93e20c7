import Foundation
import GatehouseTesting
import PostgreSQL
import Synchronization
import Testing

@Suite("A transaction that met another one is repeated")
struct RetryTests {
  let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.connect().run(
      script: "create table t (id int primary key, n int); insert into t values (1, 0), (2, 0)")
  }

  @Test("Of two that wait for each other both succeed in the end")
  func deadlock() throws {
    let database = database
    let attempts = Mutex(0)
    let failures = Mutex<[String]>([])
    let bothHoldOne = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    let both = DispatchGroup()
    // Threads of their own: a pool may have one alone.
    for me in 0..<2 {
      both.enter()
      Thread.detachNewThread {
        defer { both.leave() }
        do {
          let connection = try database.connect(settings: .patient)
          var isFirst = true
          try connection.transaction {
            attempts.withLock { $0 += 1 }
            try connection.execute("update t set n = n + 1 where id = \(1 + me)")
            if isFirst {
              isFirst = false
              bothHoldOne[1 - me].signal()
              _ = bothHoldOne[me].wait(timeout: .now() + 120)
            }
            try connection.execute("update t set n = n + 1 where id = \(2 - me)")
          }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    both.wait()
    #expect(failures.withLock(\.self) == [])
    #expect(attempts.withLock(\.self) == 3)
    let sum = try database.connect().query("select sum(n) from t").one()
    #expect(try sum.decode(at: 0) == 4)
  }

  @Test("A serialization failure is repeated as often as allowed, hidden or not")
  func serializationFailure() throws {
    let connection = try database.connect()
    let other = try database.connect()
    for (retries, hides) in [(0, false), (2, false), (2, true)] {
      var attempts = 0
      let error = #expect(throws: DatabaseError.self) {
        try connection.transaction(isolation: .repeatableRead, retries: retries) {
          attempts += 1
          try connection.execute("select from t")
          try other.execute("update t set n = n + 1")
          do {
            try connection.execute("update t set n = n + 1")
          } catch  where hides {}
        }
      }
      #expect(error?.code == (hides ? .transactionAborted : .serializationFailure))
      #expect(attempts == retries + 1)
    }
  }

  @Test("Other errors are not repeated")
  func otherErrors() throws {
    let connection = try database.connect()
    var attempts = 0
    #expect(throws: DatabaseError.self) {
      try connection.transaction {
        attempts += 1
        try connection.execute("insert into t values (1)")
      }
    }
    #expect(attempts == 1)
  }
}
