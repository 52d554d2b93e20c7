import Parking
import Testing

@Suite("Rule 8: coupons")
struct Rule08CouponTests {
  var world = World()
  var stayID: Int64 = 0

  /// Makes the car stand at `out-1` with a fee of 700 fen.
  mutating func stand() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    stayID = try #require(world.due("out-1")).stayID
  }

  /// Minutes, and what they take off the 700 fen of 67 minutes.
  static let cases: [(Int, Int)] = [
    (0, 0), (1, 0), (6, 0), (7, 200), (30, 200), (36, 200), (37, 700), (67, 700), (1440, 700),
  ]

  @Test("A coupon is the fee less that of the stay ended so much earlier", arguments: cases)
  mutating func amount(minutes: Int, fen: Int) throws {
    try stand()
    #expect(try world.coupon(minutes, for: stayID, at: "out-1") == fen)
    try world.pay(stayID, 700, coupon: fen, at: "out-1")
    #expect(world.payments.map(\.amount.fen) == (fen == 700 ? [] : [700 - fen]))
    #expect(world.finished.first?.payStatus == (fen == 700 ? .nothingToPay : .paid))
  }

  @Test("The same minutes again change nothing, others replace them, 0 removes them")
  mutating func again() throws {
    try stand()
    #expect(try world.coupon(30, for: stayID, at: "out-1") == 200)
    let before = world.audits.count
    #expect(try world.coupon(30, for: stayID, at: "out-1") == 200)
    #expect(world.audits.count == before)
    #expect(try world.coupon(60, for: stayID, at: "out-1") == 700)
    #expect(try world.coupon(0, for: stayID, at: "out-1") == 0)
    #expect(world.open[World.car]?.settlement?.fee.due == Money(fen: 700))
  }

  @Test("It belongs to the instant that the quote is fixed to")
  mutating func fixedInstant() throws {
    try stand()
    world.pass(minutes: 20)
    #expect(try world.coupon(30, for: stayID, at: "out-1") == 200)
    #expect(world.open[World.car]?.settlement?.fee.total == Money(fen: 700))
  }

  @Test("It is refused elsewhere, after the quote, after payment and for no stay")
  mutating func refusals() throws {
    try stand()
    func refusal(_ world: World, _ stayID: Int64, _ boothID: String) -> Refusal? {
      world.refusal { try $0.coupon(30, for: stayID, at: boothID) }
    }
    #expect(refusal(world, stayID, "out-2") == .notSettling)
    #expect(refusal(world, stayID + 99, "out-1") == .unknownStay)
    var later = world
    later.pass(minutes: 30)
    #expect(refusal(later, stayID, "out-1") == .notSettling)
    try world.pay(stayID, 700, at: "out-1")
    #expect(refusal(world, stayID, "out-1") == .alreadyReleased)
  }

  @Test("When it covers all, the next read opens with nothing to pay")
  mutating func coversAll() throws {
    try stand()
    try world.coupon(60, for: stayID, at: "out-1")
    world.pass(seconds: 5)
    #expect(try world.read(World.car, at: "out-1").reply.opens)
    let stay = try #require(world.finished.first)
    #expect(stay.payStatus == .nothingToPay && stay.fee.coupon == Money(fen: 700))
    #expect(stay.leaveTime == world.now.advanced(bySeconds: -5))
  }

  @Test("A stay without an entry takes none")
  mutating func noEntry() throws {
    try world.read(World.car, at: "out-1")
    let stay = try #require(world.due("out-1"))
    #expect(
      world.refusal { try $0.coupon(30, for: stay.stayID, at: "out-1") }
        == Refusal.manualOnly(reason: "没有入场记录"))
  }
}
