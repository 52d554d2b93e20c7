import Parking
import Testing

@Suite("Rule 7: what stands at the barrier")
struct Rule07UnfeeTests {
  var world = World()

  @Test("The newest vehicle is shown")
  mutating func newest() throws {
    try world.read(World.car, at: "in-1")
    try world.read(World.other, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    #expect(world.due("out-1")?.plate == World.car)
    try world.read(World.other, at: "out-1")
    #expect(world.due("out-1")?.plate == World.other)
    try world.read(World.car, at: "out-1")
    #expect(world.due("out-1")?.plate == World.car)
  }

  @Test("One that was let out is not, and the one before it does not come back")
  mutating func left() throws {
    try world.read(World.car, at: "in-1")
    try world.read(World.other, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    try world.read(World.other, at: "out-1")
    try world.pay(try #require(world.due("out-1")).stayID, 700, at: "out-1")
    #expect(world.due("out-1") == nil)
  }

  @Test("A fee that cannot be computed is not 0: only a manual release is accepted")
  mutating func unknown() throws {
    try world.read(World.car, at: "in-1")
    world.tariff = nil
    world.pass(minutes: 67)
    #expect(!(try world.read(World.car, at: "out-1").reply.opens))
    let stay = try #require(world.due("out-1"))
    #expect(stay.settlement?.fee == .unknown(reason: "车场没有收费标准"))
    #expect(
      world.refusal { try $0.pay(stay.stayID, 0, at: "out-1") }
        == Refusal.manualOnly(reason: "车场没有收费标准"))
    #expect(
      world.refusal { try $0.coupon(30, for: stay.stayID, at: "out-1") }
        == Refusal.manualOnly(reason: "车场没有收费标准"))
    try world.letOut(stay.stayID, at: "out-1")
    #expect(world.finished.first?.payStatus == .unpaid && world.reasons == [.manualRelease])
  }

  @Test("Even a stay within its free minutes waits when there is no tariff")
  mutating func noTariff() throws {
    world.tariff = nil
    try world.read(World.car, at: "in-1")
    #expect(!(try world.read(World.car, at: "out-1").reply.opens))
  }
}
