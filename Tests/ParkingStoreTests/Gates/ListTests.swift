import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("What booths are shown")
struct ListTests {
  let gates: Gates

  init() throws { gates = try Gates() }

  private func entries(
    _ boothID: String, count: Int = 10, category: Parking.Category? = nil
  ) throws -> [EntryRecord] {
    let visit = try gates.visit(boothID)
    return try gates.store.entryRecords(
      visit.booth, of: visit.park, count: count, category: category
    )
  }

  @Test("Entries come newest first, so many as asked, of the category asked for")
  func entries() throws {
    for plate in ["苏E11111", "苏E10001", "", "苏E10003", "苏E22222"] {
      try gates.store.read(plate, at: "demo2-in-1")
    }
    let all = try entries("demo2-in-1")
    #expect(all.map(\.license) == ["苏E22222", "苏E10003", "", "苏E10001", "苏E11111"])
    #expect(all.map(\.isWaiting) == [true, false, false, false, false])
    #expect(all.map(\.needsRegistration) == Array(repeating: false, count: 5))
    #expect(all.map(\.category) == [.temporary, .blacklisted, .temporary, .monthly, .temporary])
    #expect(all.map(\.barrier) == [.shut, .shut, .shut, .opened, .shut])
    #expect(try entries("demo2-in-1", count: 2) == Array(all.prefix(2)))
    #expect(try entries("demo2-in-1", category: .monthly).map(\.license) == ["苏E10001"])
    #expect(try entries("demo-in-1").isEmpty)
  }

  @Test("Arrivals of one instant stand in a stable order")
  func stable() throws {
    for number in 1...5 { try gates.store.read("苏E1111\(number)", at: "demo-in-1") }
    try gates.connection.run(
      script: "update parking.arrival set first_read_at = now(), last_read_at = now()")
    let order = try entries("demo-in-1").map(\.arrivalID)
    #expect(order == order.sorted(by: >))
    #expect(try entries("demo-in-1", count: 3).map(\.arrivalID) == Array(order.prefix(3)))
  }

  @Test("Exits show entry, leaving and what was paid")
  func exits() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E10001", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E99999", at: "demo-out-1")
    try gates.store.read("苏E10001", at: "demo-out-1")
    try gates.store.read("苏E88888", at: "demo-out-1")
    let visit = try gates.visit("demo-out-1")
    func list() throws -> [ExitRecord] {
      try gates.store.exitRecords(visit.booth, of: visit.park, count: 10, category: nil)
    }
    #expect(try list().map(\.license) == ["苏E88888", "苏E10001", "苏E99999"])
    #expect(try list().map(\.payStatus) == [.unpaid, .nothingToPay, .unpaid])
    #expect(try list().map { $0.enterTime == nil } == [false, false, true])
    try gates.store.pay(gates.stayID("苏E88888"), 700, at: visit)
    #expect(try list().map(\.payStatus) == [.paid, .nothingToPay, .unpaid])
    #expect(try list().map(\.barrier) == [.pending, .opened, .shut])
  }

  @Test("The newest vehicle at the barrier is due, until its quote ends")
  func due() throws {
    try gates.store.read("苏E88888", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E88888", at: "demo-out-1")
    try gates.store.read("苏E99999", at: "demo-out-1")
    let visit = try gates.visit("demo-out-1")
    #expect(try gates.store.dueStay(at: visit.booth, of: visit.park)?.license == "苏E99999")
    try gates.store.read("苏E88888", at: "demo-out-1")
    #expect(try gates.store.dueStay(at: visit.booth, of: visit.park)?.license == "苏E88888")
    try gates.connection.run(
      script: "update parking.open_stay set settle_until = clock_timestamp()")
    #expect(try gates.store.dueStay(at: visit.booth, of: visit.park) == nil)
  }

  @Test("Those without an entry take no place")
  func figures() throws {
    try gates.store.read("苏E88888", at: "demo-in-1")
    try gates.store.read("苏E10002", at: "demo-in-1")
    try gates.store.read("苏E99999", at: "demo-out-1")
    #expect(
      try gates.store.figures(of: gates.park()) == ParkFigures(inside: 2, temporaryInside: 1))
  }

  @Test("A shift counts what its person did, and the booth's own begins anew each day")
  func shifts() throws {
    try gates.store.letIn("苏E11111", at: gates.visit("demo-in-1"))
    let booth = try gates.visit("demo-in-1")
    #expect(try gates.store.shiftFigures(at: booth).manual == 1)
    let person = try gates.visit(
      "demo-in-1",
      try #require(
        try gates.store.caller(
          Credentials(address: "", session: "demo-session", bearer: nil), at: gates.park())))
    #expect(try gates.store.shiftFigures(at: person).manual == 0)
    #expect(try gates.store.shiftFigures(at: person).operatorName == "王小明")
    try gates.store.letIn("苏E22222", at: person)
    #expect(try gates.store.shiftFigures(at: person).manual == 1)
    #expect(try gates.store.shiftFigures(at: booth).manual == 1)
    try gates.connection.run(
      script: "update parking.shift set began_at = began_at - interval '1 day'")
    let next = try gates.store.shiftFigures(at: booth)
    #expect(next.manual == 0 && next.seconds == 0)
    #expect(try gates.store.shiftFigures(at: person).manual == 1)
    #expect(try gates.store.shiftFigures(at: person).seconds >= 86_400)
    try gates.store.letIn("苏E33333", at: booth)
    #expect(try gates.store.shiftFigures(at: booth).manual == 1)
    #expect(try gates.count("select count(*) from parking.shift where ended_at is null") == 2)
  }
}
