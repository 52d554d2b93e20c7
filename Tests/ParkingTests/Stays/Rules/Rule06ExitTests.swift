import Parking
import Testing

@Suite("Rule 6: at an exit")
struct Rule06ExitTests {
  var world = World()

  /// Makes the car enter and read at `out-1` after so many minutes.
  mutating func stand(after minutes: Int64) throws -> Decision {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: minutes)
    return try world.read(World.car, at: "out-1")
  }

  @Test("A fee of 0 opens at once")
  mutating func free() throws {
    #expect(try stand(after: 30).reply.opens)
    let stay = try #require(world.finished.first)
    #expect(stay.outcome == .left && stay.payStatus == .nothingToPay && stay.paid == .zero)
    #expect(world.inside == 0 && world.payments.isEmpty && world.due("out-1") == nil)
  }

  @Test("A fee keeps the barrier shut and fixes quote and leave time")
  mutating func settling() throws {
    let reply = try stand(after: 67).reply
    #expect(!reply.opens && reply.display == "苏E88888 请缴费7.00元")
    let settlement = try #require(world.due("out-1")?.settlement)
    #expect(settlement.leaveTime == world.now && settlement.fee.total == Money(fen: 700))
    #expect(world.inside == 1)
  }

  @Test("A read at the same booth changes no quote, however late", arguments: [1, 4, 6, 29])
  mutating func quoteHolds(minutes: Int64) throws {
    _ = try stand(after: 67)
    let fixed = try #require(world.due("out-1")?.settlement)
    world.pass(minutes: minutes)
    try world.read(World.car, at: "out-1")
    let settlement = try #require(world.due("out-1")?.settlement)
    #expect(settlement.fee == fixed.fee && settlement.leaveTime == fixed.leaveTime)
    #expect(settlement.until == fixed.until)
    try world.pay(try #require(world.due("out-1")).stayID, 700, at: "out-1")
  }

  @Test(
    "The quote is fixed for 30 minutes", arguments: [(1_799_999_999, true), (1_800_000_000, false)])
  mutating func quoteEnds(microseconds: Int64, holds: Bool) throws {
    _ = try stand(after: 67)
    let stayID = try #require(world.due("out-1")).stayID
    world.pass(microseconds: microseconds)
    #expect((world.due("out-1") != nil) == holds)
    #expect(world.refusal { try $0.pay(stayID, 700, at: "out-1") } == (holds ? nil : .notSettling))
    try world.read(World.car, at: "out-1")
    #expect(world.due("out-1")?.settlement?.fee.total?.fen == (holds ? 700 : 900))
  }

  @Test("A read at another exit quotes anew there, coupon minutes kept")
  mutating func otherExit() throws {
    _ = try stand(after: 67)
    let stayID = try #require(world.due("out-1")).stayID
    try world.coupon(30, for: stayID, at: "out-1")
    let before = try #require(world.front("out-1"))
    world.pass(minutes: 30)
    try world.read(World.car, at: "out-2")
    #expect(world.due("out-1") == nil && world.arrivals[before.arrivalID]?.state == .passed)
    let stay = try #require(world.due("out-2"))
    #expect(stay.couponMinutes == 30 && stay.settlement?.fee.total == Money(fen: 900))
    #expect(stay.settlement?.fee.coupon == Money(fen: 200))
    #expect(
      world.refusal { try $0.pay(stayID, 700, coupon: 200, at: "out-1") } == Refusal.notSettling)
  }

  @Test("A read at an entry ends the settling, even if the vehicle has to wait there")
  mutating func entryEnds() throws {
    _ = try stand(after: 67)
    let settling = try #require(world.front("out-1"))
    world.park = ParkRules(timeZone: world.park.timeZone, places: 50, temporaryEntry: .wait)
    world.pass(minutes: 1)
    #expect(!(try world.read(World.car, at: "in-1").reply.opens))
    #expect(world.due("out-1") == nil)
    #expect(world.arrivals[settling.arrivalID]?.state == .passed && world.inside == 1)
  }

  @Test("A vehicle that nobody saw enter is released by hand alone")
  mutating func noEntry() throws {
    #expect(!(try world.read(World.car, at: "out-1").reply.opens))
    let stay = try #require(world.due("out-1"))
    #expect(stay.enterTime == nil && stay.settlement?.fee.total == .zero && world.inside == 0)
    #expect(world.refusal { try $0.pay(stay.stayID, 0, at: "out-1") } != nil)
    try world.letOut(stay.stayID, at: "out-1")
    #expect(world.reasons == [.noEntry] && world.open.isEmpty)
    #expect(world.finished.first?.payStatus == .unpaid)
  }

  @Test("So is a plateless one, and two of them are two stays")
  mutating func plateless() throws {
    try world.read("", at: "out-1")
    try world.read("", at: "out-2")
    let stays = try [#require(world.due("out-1")), #require(world.due("out-2"))]
    #expect(stays[0].stayID != stays[1].stayID && stays.allSatisfy { $0.license.isEmpty })
    try world.letOut(stays[0].stayID, at: "out-1")
    #expect(world.openings(at: "out-1") == 1)
  }

  @Test("A typed plate is a read: it finds the stay")
  mutating func typed() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.read("苏E8888B", at: "out-1")
    try world.type(World.car, at: "out-1")
    let stay = try #require(world.due("out-1"))
    #expect(stay.plate == World.car && stay.settlement?.fee.total == Money(fen: 700))
  }

  @Test("A clock that went back since the entry costs nothing and breaks nothing")
  mutating func clockGoesBack() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: -60)
    #expect(try world.read(World.car, at: "out-1").reply.opens)
    let stay = try #require(world.finished.first)
    #expect(stay.leaveTime == stay.stay.enterTime && stay.fee.total == .zero)
  }

  @Test("A stay closed by a late report does not let the next read out for nothing")
  mutating func closedByReplay() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.replay(World.car, at: "out-1", secondsAgo: 20)
    #expect(!(try world.read(World.car, at: "out-1").reply.opens))
    #expect(world.due("out-1")?.enterTime == nil)
  }
}
