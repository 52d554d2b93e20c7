import Parking
import Testing

@Suite("Rule 5: one open stay for each plate")
struct Rule05OneStayTests {
  var world = World()

  @Test("A vehicle that enters again was missed at an exit: the old stay is unresolved")
  mutating func missed() throws {
    let first = try world.read(World.car, at: "in-1").reply.stayID
    world.pass(minutes: 67)
    let second = try world.read(World.car, at: "in-2").reply.stayID
    #expect(first != second && world.open[World.car]?.stayID == second)
    let old = try #require(world.finished.first)
    #expect(old.stay.stayID == first && old.outcome == .unresolved)
    #expect(old.fee.total == Money(fen: 700) && old.paid == .zero && old.payStatus == .unpaid)
    #expect(old.leaveTime == world.now && old.leaveBoothID == nil)
    #expect(world.reasons == [.unresolved] && world.payments.isEmpty)
  }

  @Test("So is one that an attendant lets in elsewhere")
  mutating func pressed() throws {
    try world.read(World.car, at: "in-1")
    world.pass(seconds: 1)
    try world.letIn(World.car, at: "in-2")
    #expect(world.finished.map(\.outcome) == [.unresolved] && world.inside == 1)
  }

  @Test("A missed stay whose fee is unknown keeps the reason")
  mutating func unknownFee() throws {
    try world.read(World.car, at: "in-1")
    world.tariff = nil
    world.pass(minutes: 67)
    try world.read(World.car, at: "in-1")
    let old = try #require(world.finished.first)
    #expect(old.fee == .unknown(reason: "车场没有收费标准") && old.payStatus == .unpaid)
    #expect(world.reasons == [.unresolved])
  }

  @Test("A missed vehicle that stood at an exit stands there no longer")
  mutating func settling() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    let settling = try #require(world.front("out-1"))
    world.pass(minutes: 1)
    try world.read(World.car, at: "in-1")
    #expect(world.arrivals[settling.arrivalID]?.state == .passed)
    #expect(world.due("out-1") == nil)
  }

  @Test("A clock that goes back makes no negative stay and no unknown fee")
  mutating func clockGoesBack() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: -60)
    try world.read(World.car, at: "in-2")
    let old = try #require(world.finished.first)
    #expect(old.leaveTime >= (old.stay.enterTime ?? old.leaveTime))
    #expect(old.fee.total == .zero)
  }
}
