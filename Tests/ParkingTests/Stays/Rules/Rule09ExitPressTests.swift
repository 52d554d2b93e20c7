import Parking
import Testing

@Suite("Rule 9: an attendant lets a vehicle out")
struct Rule09ExitPressTests {
  var world = World()
  var stayID: Int64 = 0

  mutating func stand(after minutes: Int64 = 67) throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: minutes)
    try world.read(World.car, at: "out-1")
    stayID = try #require(world.due("out-1")).stayID
  }

  @Test("The difference is booked once, by its method", arguments: PayMethod.allCases)
  mutating func paid(method: PayMethod) throws {
    try stand()
    try world.coupon(30, for: stayID, at: "out-1")
    try world.pay(stayID, 700, coupon: 200, at: "out-1", method: method)
    let payment = World.Payment(stayID: stayID, amount: Money(fen: 500), method: method)
    #expect(world.payments == [payment])
    let stay = try #require(world.finished.first)
    #expect(stay.payStatus == .paid && stay.paid == Money(fen: 500) && stay.outcome == .left)
    #expect(world.front("out-1")?.state == .left && world.reasons.isEmpty)
    #expect(world.openings(at: "out-1") == 1)
  }

  @Test(
    "Other figures are refused, and the refusal says ours",
    arguments: [(699, 200), (701, 200), (700, 0), (700, 201), (500, 0), (0, 0)])
  mutating func wrong(total: Int, coupon: Int) throws {
    try stand()
    try world.coupon(30, for: stayID, at: "out-1")
    let ours = Refusal.amountDiffers(total: Money(fen: 700), coupon: Money(fen: 200))
    #expect(world.refusal { try $0.pay(stayID, total, coupon: coupon, at: "out-1") } == ours)
  }

  @Test("A manual release takes no money, is reviewed and stays unpaid")
  mutating func manual() throws {
    try stand()
    try world.letOut(stayID, .manual(reason: "道闸故障"), at: "out-1")
    let stay = try #require(world.finished.first)
    #expect(stay.isManual && stay.reason == "道闸故障" && stay.payStatus == .unpaid)
    #expect(stay.fee.total == Money(fen: 700) && stay.paid == .zero && world.payments.isEmpty)
    #expect(world.reasons == [.manualRelease] && world.audits == ["leave manual 道闸故障"])
    #expect(world.front("out-1")?.isManual == true)
  }

  @Test("A manual release with nothing due has nothing to pay")
  mutating func manualFree() throws {
    try stand()
    try world.coupon(60, for: stayID, at: "out-1")
    try world.letOut(stayID, at: "out-1")
    #expect(world.finished.first?.payStatus == .nothingToPay)
  }

  @Test("A stay that stands at another booth, or at none, is not let out here")
  mutating func elsewhere() throws {
    try stand()
    for manual in [true, false] {
      let release =
        manual
        ? ExitPress.Release.manual(reason: "")
        : .paid(total: Money(fen: 700), coupon: .zero, method: .cash)
      #expect(world.refusal { try $0.letOut(stayID, release, at: "out-2") } == Refusal.notSettling)
    }
    #expect(world.refusal { try $0.letOut(stayID + 7, at: "out-1") } == Refusal.unknownStay)
  }

  @Test("The stay is charged to the instant of its quote, not of the press")
  mutating func leaveTime() throws {
    try stand()
    let quoted = world.now
    world.pass(minutes: 25)
    try world.pay(stayID, 700, at: "out-1")
    #expect(world.finished.first?.leaveTime == quoted)
  }
}
