import Foundation
import GatehouseTesting
import Parking
import PostgreSQL
import Synchronization
import Testing

@testable import ParkingStore

@Suite("Several workers at once")
struct ConcurrencyTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  /// Runs the same in several workers at once; how often it was not refused.
  private func together(
    _ workers: Int, _ body: @Sendable (Int, ParkingStore) throws -> Void
  ) -> Int {
    let database = gates.database
    let successes = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let store = Gates.store(on: database)
      do {
        try body(worker, store)
        successes.withLock { $0 += 1 }
      } catch is Refusal {
      } catch {
        Issue.record(error)
      }
    }
    return successes.withLock { $0 }
  }

  @Test("The same entry press 16 times is one stay and one opening")
  func entry() throws {
    let answered = together(16) { _, store in
      try store.letIn("苏E88888", at: store.visit("demo2-in-1"))
    }
    #expect(answered == 16)
    #expect(try gates.count("select count(*) from parking.open_stay") == 1)
    #expect(try gates.count("select count(*) from parking.stay") == 0)
    #expect(try gates.count("select count(*) from parking.opening") == 1)
  }

  @Test("The same payment 16 times is one payment, and all are answered alike")
  func payment() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    let stayID = try gates.stayID("苏E88888")
    let answered = together(16) { _, store in
      try store.pay(stayID, 700, at: store.visit("demo-out-1"))
    }
    #expect(answered == 16)
    #expect(try gates.count("select sum(amount)::bigint from parking.payment") == 700)
    #expect(try gates.count("select count(*) from parking.opening") == 1)
  }

  @Test("Two exits release one stay once")
  func twoExits() throws {
    for round in 1...5 {
      let plate = "苏E2222\(round)"
      try gates.store.read(plate, at: "demo-in-1", minutesAgo: 67)
      let answered = together(4) { worker, store in
        let boothID = worker % 2 == 0 ? "demo-out-1" : "demo-out-2"
        try store.read(plate, at: boothID)
        let stayID = try #require(
          try store.dueStay(
            at: store.visit(boothID).booth, of: store.visit(boothID).park)?.stayID ?? 0)
        try store.pay(stayID, 700, at: store.visit(boothID))
      }
      #expect(answered <= 4)
      #expect(try gates.count("select count(*) from parking.payment") <= round)
    }
    #expect(
      try gates.count(
        "select count(*) from (select stay_id from parking.stay group by 1 having count(*) > 1) s")
        == 0)
  }

  @Test("The same event at two workers is taken once")
  func event() throws {
    _ = together(8) { _, store in
      try store.read("苏E88888", at: "demo-in-1", event: "e-1")
    }
    #expect(try gates.count("select count(*) from parking.capture") == 1)
    #expect(try gates.count("select count(*) from parking.arrival") == 1)
  }

  @Test("Random work at all booths meets no deadlock and leaves the books in order")
  func random() throws {
    let before = try gates.count(
      "select deadlocks from pg_stat_database where datname = current_database()")
    _ = together(6) { worker, store in
      var generator = SystemRandomNumberGenerator()
      let entries = ["demo-in-1", "demo-in-2"]
      let exits = ["demo-out-1", "demo-out-2"]
      for step in 0..<60 {
        let plate = "苏E3333\(Int.random(in: 0...4, using: &generator))"
        let (entry, exit) = (entries[step % 2], exits[(step + worker) % 2])
        do {
          switch Int.random(in: 0...8, using: &generator) {
          case 0: try store.read(plate, at: entry)
          case 1: try store.letIn(plate, at: store.visit(entry))
          case 2: try store.read(plate, at: exit)
          case 3: try store.read(plate, at: entry, minutesAgo: 67)
          case 4: try store.read(plate, at: exit, minutesAgo: 1)
          case 5: try store.read(plate, at: entry, turnedBack: true)
          case 6, 7:
            let device = try store.device(token: "\([entry, exit][worker % 2])-camera")
            _ = try device.flatMap { try store.takeOpening(for: $0, by: .heartbeat) }
          default:
            let visit = try store.visit(exit)
            guard let due = try store.dueStay(at: visit.booth, of: visit.park) else { continue }
            try store.pay(due.stayID, due.fee.total?.fen ?? 0, at: visit)
          }
        } catch is Refusal {}
      }
    }
    #expect(
      try gates.count("select deadlocks from pg_stat_database where datname = current_database()")
        == before)
    #expect(
      try gates.count(
        """
        select count(*) from parking.stay s full join parking.payment p using (stay_id)
        where coalesce(s.paid_amount, 0) <> coalesce(p.amount, 0)
        """) == 0)
    #expect(
      try gates.count(
        "select count(*) from parking.stay join parking.open_stay using (stay_id)") == 0)
  }
}
