import Parking
import Testing

@Suite("Rule 6: a read that is no plate of an open stay")
struct Rule06MatchTests {
  static let misread = "苏E8888B"
  var world = World()

  /// The car entered, and the camera at the exit reads another text.
  mutating func stand(after minutes: Int64 = 67) throws -> OpenStay {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: minutes)
    #expect(!(try world.read(Self.misread, at: "out-1").reply.opens))
    return try #require(world.open[World.car])
  }

  @Test("nothing is charged on it before the attendant confirms")
  mutating func noGuess() throws {
    let stay = try stand()
    #expect(world.open[World.car]?.settlement == nil && world.open.count == 2)
    #expect(world.refusal { try $0.pay(stay.stayID, 700, at: "out-1") } == .notSettling)
    #expect(world.due("out-1")?.enterTime == nil && world.payments.isEmpty)
  }

  @Test("the confirmed stay settles here, and the one without an entry is gone")
  mutating func confirmed() throws {
    let stay = try stand()
    let reply = try world.match(stay.stayID, at: "out-1").reply
    #expect(!reply.opens && reply.display == "苏E88888 请缴费7.00元")
    #expect(world.due("out-1")?.stayID == stay.stayID && world.open.count == 1)
    #expect(world.finished.map(\.outcome) == [.joined] && world.reasons.isEmpty)
    let front = try #require(world.front("out-1"))
    #expect(front.license == World.car && front.readLicense == Self.misread)
    #expect(world.audits == ["match 苏E8888B is 苏E88888"])
    try world.pay(stay.stayID, 700, at: "out-1")
    #expect(world.payments.count == 1 && world.openings(at: "out-1") == 1)
  }

  @Test("with nothing to pay the barrier opens, once for a press and once more later")
  mutating func free() throws {
    let stay = try stand(after: 20)
    #expect(try world.match(stay.stayID, at: "out-1").reply.opens)
    #expect(try world.match(stay.stayID, at: "out-1").reply.opens)
    #expect(world.openings(at: "out-1") == 1 && world.open.isEmpty)
    world.pass(seconds: 4)
    #expect(try world.match(stay.stayID, at: "out-1").reply.opens)
    #expect(world.openings(at: "out-1") == 2 && world.finished.count == 2)
    world.pass(seconds: 301)
    #expect(world.refusal { try $0.match(stay.stayID, at: "out-1") } == .alreadyReleased)
  }

  @Test("confirming again changes nothing")
  mutating func again() throws {
    let stay = try stand()
    let first = try world.match(stay.stayID, at: "out-1").reply
    world.pass(minutes: 2)
    let again = try world.match(stay.stayID, at: "out-1")
    #expect(again.reply == first && again.actions.isEmpty)
  }

  @Test("the camera goes on reading the same wrong text, and that is the same vehicle")
  mutating func readAgain() throws {
    let stay = try stand()
    try world.match(stay.stayID, at: "out-1")
    world.pass(seconds: 30)
    try world.read(Self.misread, at: "out-1")
    #expect(world.open.count == 1 && world.due("out-1")?.stayID == stay.stayID)
    try world.pay(stay.stayID, 700, at: "out-1")
    world.pass(seconds: 10)
    #expect(try world.read(Self.misread, at: "out-1").reply.opens)
    #expect(world.open.isEmpty)
    world.pass(seconds: 301)
    #expect(!(try world.read(Self.misread, at: "out-1").reply.opens))
    #expect(world.open.count == 1)
  }

  @Test("the wrong text means it no longer once the vehicle was seen elsewhere")
  mutating func elsewhere() throws {
    let stay = try stand(after: 20)
    #expect(try world.match(stay.stayID, at: "out-1").reply.opens)
    world.pass(seconds: 60)
    try world.read(World.car, at: "in-1")
    #expect(!(try world.read(Self.misread, at: "out-1").reply.opens))
    #expect(world.inside == 1 && world.open.count == 2)
  }

  @Test("two booths never confirm the same stay")
  mutating func twoBooths() throws {
    let stay = try stand()
    try world.read("苏E8888Q", at: "out-2")
    try world.match(stay.stayID, at: "out-1")
    #expect(world.refusal { try $0.match(stay.stayID, at: "out-2") } == .settlingElsewhere)
    try world.cancel(at: "out-1")
    try world.match(stay.stayID, at: "out-2")
    #expect(world.due("out-2")?.stayID == stay.stayID && world.due("out-1") == nil)
  }

  @Test("what is not here, has left or never entered is refused")
  mutating func refused() throws {
    let stay = try stand()
    let noEntry = try #require(world.due("out-1")).stayID
    #expect(world.refusal { try $0.match(999, at: "out-1") } == .unknownStay)
    #expect(world.refusal { try $0.match(noEntry, at: "out-1") } == .unknownStay)
    #expect(world.refusal { try $0.match(stay.stayID, at: "out-2") } == .notSettling)
    #expect(world.refusal { try $0.match(stay.stayID, at: "out-1", capture: 1) } == .notSettling)
    world.pass(minutes: 31)
    #expect(world.refusal { try $0.match(stay.stayID, at: "out-1") } == .notSettling)
  }

  @Test("a typed plate takes its place too, and the text that was read is kept")
  mutating func typed() throws {
    let stay = try stand()
    try world.type(World.car, at: "out-1")
    #expect(world.due("out-1")?.stayID == stay.stayID && world.open.count == 1)
    #expect(world.front("out-1")?.readLicense == Self.misread)
    #expect(world.finished.map(\.outcome) == [.joined] && world.typed == [World.car])
  }

  @Test("what nobody decides about in time is put on the review list as unresolved")
  mutating func abandoned() throws {
    _ = try stand()
    world.pass(minutes: 89)
    try world.sweep()
    #expect(world.open.count == 2)
    world.pass(minutes: 1)
    try world.sweep()
    try world.sweep()
    #expect(world.open.count == 1 && world.inside == 1 && world.reasons == [.abandoned])
    #expect(world.finished.map(\.outcome) == [.unresolved])
    #expect(world.finished.first?.payStatus == .unpaid)
  }
}
