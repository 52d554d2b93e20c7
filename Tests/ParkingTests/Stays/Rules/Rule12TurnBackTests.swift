import Parking
import Testing

@Suite("Rule 12: turning back")
struct Rule12TurnBackTests {
  var world = World()

  @Test("At an entry it voids the stay")
  mutating func entry() throws {
    try world.read(World.car, at: "in-1")
    world.pass(seconds: 15)
    let reply = try world.turnBack(World.car, at: "in-1").reply
    #expect(!reply.opens && world.inside == 0)
    let stay = try #require(world.finished.first)
    #expect(stay.outcome == .void && stay.fee.total == .zero && stay.paid == .zero)
    #expect(world.front("in-1")?.state == .turnedBack && world.reasons.isEmpty)
  }

  @Test("At an entry it ends the waiting, of a plateless vehicle too", arguments: [World.car, ""])
  mutating func waiting(plate: String) throws {
    world = World(temporaryEntry: .wait)
    try world.read(plate, at: "in-1")
    try world.turnBack(plate, at: "in-1")
    #expect(world.front("in-1")?.state == .turnedBack && !world.waits(world.front("in-1")))
  }

  @Test("At an exit it ends the settling and voids nothing")
  mutating func exit() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    try world.turnBack(World.car, at: "out-1")
    #expect(world.due("out-1") == nil && world.inside == 1 && world.finished.isEmpty)
    world.pass(minutes: 30)
    try world.read(World.car, at: "out-1")
    #expect(world.due("out-1")?.settlement?.fee.total == Money(fen: 900))
  }

  @Test("It voids nothing elsewhere, of another vehicle, or of one that has left")
  mutating func nothing() throws {
    try world.read(World.car, at: "in-1")
    try world.turnBack(World.car, at: "in-2")
    try world.turnBack(World.other, at: "in-1")
    #expect(world.inside == 1)
    try world.read(World.car, at: "out-1")
    try world.turnBack(World.car, at: "out-1")
    #expect(world.finished.map(\.outcome) == [.left])
  }

  @Test("A late report of an earlier turn-back does not void a later entry")
  mutating func late() throws {
    try world.read(World.car, at: "in-1")
    try world.turnBack(
      World.car, at: "in-1", liveness: .replay, time: world.now.advanced(bySeconds: -30))
    #expect(world.inside == 1 && world.finished.isEmpty)
  }

  @Test("After 10 minutes the vehicle has passed", arguments: [(600, true), (601, false)])
  mutating func tooLate(seconds: Int64, voids: Bool) throws {
    try world.read(World.car, at: "in-1")
    world.pass(seconds: seconds)
    try world.turnBack(World.car, at: "in-1")
    #expect((world.inside == 0) == voids)
  }

  @Test("The attendant cancels an entry, and again changes nothing")
  mutating func cancelled() throws {
    try world.read(World.car, at: "in-1")
    try world.cancel(at: "in-1")
    #expect(world.finished.map(\.outcome) == [.void] && world.audits == ["cancel "])
    #expect(try world.cancel(at: "in-1").isEmpty && world.inside == 0)
  }

  @Test(
    "The attendant cancels a waiting vehicle, with or without a plate", arguments: [World.car, ""])
  mutating func cancelsWaiting(plate: String) throws {
    world = World(temporaryEntry: .wait)
    try world.read(plate, at: "in-1")
    let arrival = try #require(world.front("in-1"))
    try world.cancel(at: "in-1", capture: arrival.arrivalID)
    #expect(!world.waits(arrival) && world.front("in-1")?.needsRegistration == false)
  }

  @Test("The attendant cancels at an exit: the settling ends, the stay goes on")
  mutating func cancelsExit() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    try world.cancel(at: "out-1")
    #expect(world.due("out-1") == nil && world.inside == 1 && world.finished.isEmpty)
  }

  @Test("A vehicle without a known entry that turns back leaves nothing open")
  mutating func noEntry() throws {
    try world.read(World.car, at: "out-1")
    try world.turnBack(World.car, at: "out-1")
    #expect(world.open.isEmpty && world.finished.map(\.outcome) == [.void])
    try world.read("", at: "out-1")
    try world.cancel(at: "out-1")
    #expect(world.open.isEmpty && world.reasons.isEmpty)
  }

  @Test("Nothing is cancelled that has left, has passed, or is not here")
  mutating func refused() throws {
    try world.read(World.car, at: "in-1")
    try world.read(World.car, at: "out-1")
    #expect(world.refusal { try $0.cancel(at: "out-1") } == .cannotTurnBack)
    #expect(world.refusal { try $0.cancel(at: "in-2") } == .cannotTurnBack)
    #expect(world.refusal { try $0.cancel(at: "in-1") } == .cannotTurnBack)
    try world.read(World.other, at: "in-1")
    world.pass(seconds: 601)
    #expect(world.refusal { try $0.cancel(at: "in-1") } == .cannotTurnBack)
  }
}
