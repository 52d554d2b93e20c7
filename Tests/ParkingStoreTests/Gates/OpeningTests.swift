import Foundation
import GatehouseTesting
import Parking
import PostgreSQL
import Synchronization
import Testing

@testable import ParkingStore

@Suite("An opening on its way to the barrier")
struct OpeningTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  private func device(_ boothID: String) throws -> Device {
    try #require(try gates.store.device(token: "\(boothID)-camera"))
  }

  private func barrier(_ boothID: String) throws -> BarrierState? {
    let visit = try gates.visit(boothID)
    return try gates.store.entryRecords(visit.booth, of: visit.park, count: 1, category: nil)
      .first?.barrier
  }

  @Test("is taken once, oldest first, by the camera of its booth")
  func once() throws {
    try gates.store.letIn("苏E88888", at: gates.visit("demo-in-1"))
    #expect(try barrier("demo-in-1") == .pending)
    #expect(try gates.store.takeOpening(for: device("demo-in-2"), by: .poll) == nil)
    let command = try #require(try gates.store.takeOpening(for: device("demo-in-1"), by: .poll))
    #expect(command.display == "苏E88888 欢迎光临")
    #expect(try gates.store.takeOpening(for: device("demo-in-1"), by: .heartbeat) == nil)
    #expect(try barrier("demo-in-1") == .opened)
    #expect(
      try gates.count(
        "select count(*) from parking.device where last_seen_at > now() - interval '1 min'") == 2)
  }

  @Test("is taken while a read of that camera is being written: neither waits for the other")
  func besideRead() throws {
    try gates.store.letIn("苏E88888", at: gates.visit("demo-in-1"))
    let camera = try device("demo-in-1")
    try gates.connection.transaction {
      try gates.connection.execute("update parking.arrival set license = '苏E66666'")
      #expect(try gates.store.takeOpening(for: camera, by: .poll) != nil)
      try gates.connection.execute("update parking.device set last_seen_at = now()")
    }
  }

  @Test("expires after 10 seconds, and the booth and whoever watches see that")
  func expires() throws {
    try gates.store.letIn("苏E88888", at: gates.visit("demo-in-1"))
    #expect(
      try gates.count(
        "select extract(epoch from expires_at - decided_at)::bigint from parking.opening") == 10)
    try gates.connection.run(
      script: "update parking.opening set expires_at = clock_timestamp() - interval '1 ms'")
    #expect(try gates.store.takeOpening(for: device("demo-in-1"), by: .poll) == nil)
    #expect(try barrier("demo-in-1") == .expired)
    let gauges = try gates.store.gauges().filter { $0.metric == "openings_expired_recently" }
    #expect(gauges.filter { $0.value > 0 }.map { "\($0.subject) \($0.value)" } == ["demo-in-1 1.0"])
  }

  @Test("by a reply waits for nothing, unless the camera does not open by replies")
  func reply() throws {
    try gates.store.read("苏E88888", at: "demo-in-1")
    #expect(try gates.store.takeOpening(for: device("demo-in-1"), by: .poll) == nil)
    #expect(try barrier("demo-in-1") == .opened)
    try gates.store.read("苏E66666", at: "demo-in-2", opensOnReply: false)
    #expect(try gates.store.takeOpening(for: device("demo-in-2"), by: .heartbeat) != nil)
  }

  @Test("that waits is not needed when a reply opens, or the vehicle turns back")
  func cancelled() throws {
    try gates.store.letIn("苏E88888", at: gates.visit("demo-in-1"))
    #expect(try gates.store.read("苏E88888", at: "demo-in-1").opens)
    #expect(try gates.store.takeOpening(for: device("demo-in-1"), by: .poll) == nil)
    try gates.store.letIn("苏E66666", at: gates.visit("demo-in-2"))
    try gates.store.read("苏E66666", at: "demo-in-2", turnedBack: true)
    #expect(try gates.store.takeOpening(for: device("demo-in-2"), by: .poll) == nil)
  }

  @Test("that waits at an exit is not needed when the camera reads the vehicle again")
  func cancelledAtExit() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let visit = try gates.visit("demo-out-1")
    let due = try #require(try gates.store.dueStay(at: visit.booth, of: visit.park))
    try gates.store.pay(due.stayID, 700, at: visit)
    #expect(
      try gates.count("select count(*) from parking.opening where expires_at > now()") == 1)
    #expect(try gates.store.read("苏E88888", at: "demo-out-1").opens)
    #expect(try gates.store.takeOpening(for: device("demo-out-1"), by: .poll) == nil)
  }

  @Test("is taken by one of many that ask at once")
  func many() throws {
    let database = gates.database
    for round in 1...5 {
      try gates.store.letIn("苏E1111\(round)", at: gates.visit("demo-in-1"))
      let taken = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: 6) { _ in
        do {
          let store = Gates.store(on: database)
          let device = try #require(try store.device(token: "demo-in-1-camera"))
          if try store.takeOpening(for: device, by: .poll) != nil { taken.withLock { $0 += 1 } }
        } catch {
          Issue.record(error)
        }
      }
      #expect(taken.withLock { $0 } == 1)
    }
  }
}
