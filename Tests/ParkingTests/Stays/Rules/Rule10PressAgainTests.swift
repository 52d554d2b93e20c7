import Parking
import Testing

@Suite("Rule 10: pressing again")
struct Rule10PressAgainTests {
  var world = World(temporaryEntry: .wait)
  var stayID: Int64 = 0

  mutating func letOut() throws {
    world = World()
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    stayID = try #require(world.due("out-1")).stayID
    try world.pay(stayID, 700, at: "out-1")
  }

  /// Microseconds after the press, and how often the barrier has opened then; nil: an error.
  static let exits: [(Int64, Int?)] = [
    (0, 1), (2_999_999, 1), (3_000_000, 2), (299_999_999, 2), (300_000_000, 2),
    (300_000_001, nil), (301_000_000, nil),
  ]

  @Test("At an exit: one effect within 3 s, one more opening within 5 min", arguments: exits)
  mutating func exit(microseconds: Int64, openings: Int?) throws {
    try letOut()
    world.pass(microseconds: microseconds)
    if let openings {
      try world.pay(stayID, 700, at: "out-1")
      #expect(world.openings(at: "out-1") == openings)
    } else {
      #expect(world.refusal { try $0.pay(stayID, 700, at: "out-1") } == Refusal.alreadyReleased)
    }
    #expect(world.payments.count == 1 && world.finished.count == 1)
  }

  /// Microseconds after the press, how often the barrier has opened then, and the stays so far.
  static let entries: [(Int64, Int, Int)] = [
    (0, 1, 1), (2_999_999, 1, 1), (3_000_000, 2, 1), (300_000_000, 2, 1), (300_000_001, 2, 2),
  ]

  @Test("At an entry the same, but later it is a new entry", arguments: entries)
  mutating func entry(microseconds: Int64, openings: Int, stays: Int) throws {
    try world.letIn(World.car, at: "in-1")
    world.pass(microseconds: microseconds)
    try world.letIn(World.car, at: "in-1")
    #expect(world.openings(at: "in-1") == openings)
    #expect(world.finished.count + world.open.count == stays)
    #expect(world.finished.allSatisfy { $0.outcome == .unresolved })
  }

  @Test("A press for a plateless vehicle that waited long is the same press again")
  mutating func platelessAgain() throws {
    try world.read("", at: "in-1")
    world.pass(minutes: 6)
    try world.read(World.car, at: "in-2")
    world.pass(seconds: 1)
    try world.letIn(World.car, at: "in-1")
    world.pass(seconds: 1)
    try world.letIn(World.car, at: "in-1")
    #expect(world.inside == 1 && world.finished.isEmpty && world.openings.count == 1)
  }

  @Test("At an entry elsewhere it is a new entry")
  mutating func entryElsewhere() throws {
    try world.letIn(World.car, at: "in-1")
    try world.letIn(World.car, at: "in-2")
    #expect(world.finished.map(\.outcome) == [.unresolved] && world.inside == 1)
  }

  @Test("At an exit elsewhere, or with other figures, it says that the vehicle has left")
  mutating func otherPress() throws {
    try letOut()
    #expect(world.refusal { try $0.pay(stayID, 700, at: "out-2") } == Refusal.alreadyReleased)
    #expect(world.refusal { try $0.pay(stayID, 701, at: "out-1") } == Refusal.alreadyReleased)
    #expect(world.refusal { try $0.letOut(stayID, at: "out-1") } == Refusal.alreadyReleased)
  }

  @Test("A press after a free exit opens once more")
  mutating func afterFreeExit() throws {
    world = World()
    let stay = try #require(try world.read(World.car, at: "in-1").reply.stayID)
    try world.read(World.car, at: "out-1")
    world.pass(seconds: 10)
    try world.pay(stay, 0, at: "out-1")
    #expect(world.openings(at: "out-1") == 2 && world.payments.isEmpty)
  }

  @Test("A press for a stay that a late report closed unpaid opens nothing")
  mutating func afterReplay() throws {
    world = World()
    let stay = try #require(try world.read(World.car, at: "in-1").reply.stayID)
    world.pass(minutes: 67)
    try world.replay(World.car, at: "out-1", secondsAgo: 10)
    #expect(world.refusal { try $0.pay(stay, 700, at: "out-1") } == Refusal.alreadyReleased)
  }

  @Test("Opening once more often is listed for review, once")
  mutating func often() throws {
    try letOut()
    for press in 1...6 {
      world.pass(seconds: 10)
      try world.pay(stayID, 700, at: "out-1")
      #expect(world.reasons.count { $0 == .openedAgain } == (press < 3 ? 0 : 1))
    }
    world = World(temporaryEntry: .wait)
    for _ in 1...6 {
      try world.letIn(World.car, at: "in-1")
      world.pass(seconds: 10)
    }
    #expect(world.reasons == [.openedAgain])
  }

  @Test("A press after the vehicle turned back is a new entry")
  mutating func afterTurnBack() throws {
    try world.letIn(World.car, at: "in-1")
    try world.turnBack(World.car, at: "in-1")
    world.pass(seconds: 1)
    try world.letIn(World.car, at: "in-1")
    #expect(world.finished.map(\.outcome) == [.void] && world.inside == 1)
  }
}
