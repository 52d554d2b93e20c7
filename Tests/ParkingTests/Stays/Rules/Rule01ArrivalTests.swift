import Testing

@testable import Parking

@Suite("Rule 1: arrivals")
struct Rule01ArrivalTests {
  var world = World(temporaryEntry: .wait)

  /// Microseconds between two reads, and whether they are one arrival.
  static let gaps: [(Int64, Bool)] = [
    (0, true), (1_000_000, true), (299_999_999, true), (300_000_000, true),
    (300_000_001, false), (301_000_000, false),
  ]

  @Test("Reads within 5 minutes of the last are one arrival, to the microsecond", arguments: gaps)
  mutating func gap(microseconds: Int64, isOne: Bool) throws {
    let first = try world.read(World.car, at: "in-1")
    world.pass(microseconds: microseconds)
    let second = try world.read(World.car, at: "in-1")
    #expect((first.arrivalID == second.arrivalID) == isOne)
  }

  @Test("Each read counts from the one before it, not from the first")
  mutating func chain() throws {
    let first = try world.read(World.car, at: "in-1")
    for _ in 1...4 {
      world.pass(minutes: 4)
      #expect(try world.read(World.car, at: "in-1").arrivalID == first.arrivalID)
    }
  }

  @Test("A read elsewhere between ends the arrival")
  mutating func elsewhere() throws {
    let first = try world.read(World.car, at: "in-1")
    world.pass(seconds: 10)
    try world.read(World.car, at: "in-2")
    world.pass(seconds: 10)
    #expect(try world.read(World.car, at: "in-1").arrivalID != first.arrivalID)
  }

  @Test("Another vehicle between does not end it")
  mutating func anotherBetween() throws {
    let first = try world.read(World.car, at: "in-1")
    try world.read(World.other, at: "in-1")
    #expect(try world.read(World.car, at: "in-1").arrivalID == first.arrivalID)
    #expect(world.waits(world.arrivals[first.arrivalID ?? 0]))
  }

  @Test("A car that stalls after its release is let through again, into the same stay")
  mutating func stall() throws {
    world = World()
    let first = try world.read(World.car, at: "in-1").reply
    world.pass(seconds: 40)
    let second = try world.read(World.car, at: "in-1").reply
    #expect(first.opens && second.opens)
    #expect(first.stayID == second.stayID)
    #expect(world.inside == 1 && world.finished.isEmpty)
  }

  @Test("A car that stalls at the exit is let through again, and pays nothing more")
  mutating func stallAtExit() throws {
    world = World()
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    let stay = try #require(world.due("out-1"))
    try world.pay(stay.stayID, 700, at: "out-1")
    world.pass(seconds: 30)
    let again = try world.read(World.car, at: "out-1").reply
    #expect(again.opens && again.stayID == stay.stayID)
    #expect(world.payments.count == 1 && world.open.isEmpty)
  }

  @Test("A car that waited long and stalls after its release is let through again")
  mutating func stallAfterWaiting() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 8)
    try world.letIn(World.car, at: "in-1")
    world.pass(seconds: 20)
    #expect(try world.read(World.car, at: "in-1").reply.opens)
    #expect(world.inside == 1 && world.finished.isEmpty)
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    world.pass(minutes: 20)
    try world.pay(try #require(world.due("out-1")).stayID, 700, at: "out-1")
    world.pass(seconds: 20)
    #expect(try world.read(World.car, at: "out-1").reply.opens)
    #expect(world.open.isEmpty && world.payments.count == 1)
  }

  @Test("A vehicle that turned back begins a new arrival")
  mutating func afterTurnBack() throws {
    let first = try world.read(World.car, at: "in-1")
    try world.turnBack(World.car, at: "in-1")
    world.pass(seconds: 20)
    #expect(try world.read(World.car, at: "in-1").arrivalID != first.arrivalID)
  }

  @Test("Plateless vehicles are never one arrival")
  mutating func plateless() throws {
    let first = try world.read("", at: "in-1")
    #expect(try world.read("无牌车", at: "in-1").arrivalID != first.arrivalID)
  }

  @Test("The plate is matched normalised")
  mutating func normalised() throws {
    let first = try world.read("苏E·88888", at: "in-1")
    #expect(try world.read("苏ｅ８８８８８", at: "in-1").arrivalID == first.arrivalID)
  }
}
