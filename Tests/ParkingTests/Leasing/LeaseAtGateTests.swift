import Parking
import Testing

@Suite("A lease at the gate")
struct LeaseAtGateTests {
  /// World.noon is 12:00 in Shanghai.
  private func window(_ start: Int64, _ end: Int64) -> Interval {
    Interval(
      start: World.noon.advanced(bySeconds: start * 60),
      end: World.noon.advanced(bySeconds: end * 60))
  }

  @Test(
    "lets the vehicle in while it holds and in the hour before, even when the park is full",
    arguments: [(-60, 60, true), (0, 60, true), (60, 120, true), (61, 120, false), (-60, 0, false)])
  func entry(start: Int64, end: Int64, opens: Bool) throws {
    var world = World(places: 0, temporaryEntry: .wait)
    world.leases[World.car] = [window(start, end)]
    let reply = try world.read(World.car, at: "in-1").reply
    #expect(reply.opens == opens)
    #expect(reply.category == .temporary)
  }

  @Test(
    "follows the park's lead time", arguments: [(0, 1, false), (30, 30, true), (30, 31, false)])
  func lead(minutes: Int, start: Int64, opens: Bool) throws {
    var world = World(temporaryEntry: .wait)
    world.park = ParkRules(
      timeZone: world.park.timeZone, places: 50, temporaryEntry: .wait, leaseLeadMinutes: minutes)
    world.leases[World.car] = [window(start, start + 60)]
    #expect(try world.read(World.car, at: "in-1").reply.opens == opens)
  }

  @Test("does not help a blacklisted vehicle")
  func blacklisted() throws {
    var world = World()
    world.register(World.car, .blacklisted)
    world.leases[World.car] = [window(-60, 60)]
    let reply = try world.read(World.car, at: "in-1").reply
    #expect(!reply.opens && reply.category == .blacklisted)
  }

  @Test("makes its time free, and the time before and after it one session of 70 minutes")
  func oneSession() throws {
    var world = World()
    world.leases[World.car] = [window(30, 720)]
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 760)
    #expect(!(try world.read(World.car, at: "out-1").reply.opens))
    let fee = try #require(world.open[World.car]?.settlement?.fee)
    #expect(fee.due == Money(fen: 700))
    guard case .known(_, _, let quote) = fee else { return }
    let lines = try KeptQuote(json: quote).quote.lines
    #expect(lines.first?.kind == .rate && lines.last?.kind == .rate)
    let named = lines.filter { $0.kind == .right }
    #expect(named.map { $0.chinese(.yuan) } == ["11-22 12:30–24:00 错峰租赁：0.00元"])
  }

  @Test("covers a stay that keeps to it")
  func free() throws {
    var world = World()
    world.leases[World.car] = [window(-10, 720)]
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 700)
    #expect(try world.read(World.car, at: "out-1").reply.opens)
    #expect(world.finished.first?.payStatus == .nothingToPay)
  }

  @Test("counts as it is at the exit: one that came during the stay, one that was taken back")
  func changed() throws {
    var world = World()
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 200)
    world.leases[World.car] = [window(0, 300)]
    #expect(try world.read(World.car, at: "out-1").reply.opens)
    var other = World()
    other.leases[World.car] = [window(30, 300)]
    try other.read(World.car, at: "in-1")
    other.leases[World.car] = []
    other.pass(minutes: 70)
    #expect(!(try other.read(World.car, at: "out-1").reply.opens))
    #expect(other.open[World.car]?.settlement?.fee.due == Money(fen: 700))
  }

  @Test("that comes while the vehicle stands at the exit changes neither its quote nor its coupon")
  func fixed() throws {
    var world = World()
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 100)
    try world.read(World.car, at: "out-1")
    let stay = try #require(world.due("out-1"))
    #expect(stay.settlement?.fee.due == Money(fen: 900))
    world.leases[World.car] = [window(0, 300)]
    #expect(try world.coupon(40, for: stay.stayID, at: "out-1") == 400)
    world.leases[World.car] = []
    #expect(try world.coupon(100, for: stay.stayID, at: "out-1") == 900)
  }
}
