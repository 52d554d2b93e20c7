import Parking
import Testing

@Suite("Rule 13: late news")
struct Rule13LateNewsTests {
  var world = World()

  /// Mark, skew and that of the last events in milliseconds, and what the event is.
  static let judgements: [(Bool, Int64?, Int64?, Liveness)] = [
    (false, nil, nil, .live), (false, 0, nil, .live), (true, 0, 0, .replay),
    (true, nil, nil, .replay), (false, 90_000, nil, .live), (false, -90_000, nil, .live),
    (false, 90_001, nil, .uncertain), (false, -90_001, nil, .uncertain),
    (false, 3_600_000, 3_600_000, .live), (false, 3_630_000, 3_600_000, .live),
    (false, 3_630_001, 3_600_000, .uncertain), (false, 3_570_000, 3_600_000, .live),
    (false, 3_569_999, 3_600_000, .uncertain), (false, 3_600_000, 0, .uncertain),
    (false, .max / 2, nil, .uncertain), (false, -.max / 2, 1, .uncertain),
  ]

  @Test("More than 90 s off is live only if the last were off by the same", arguments: judgements)
  func liveness(isReplay: Bool, skew: Int64?, lastSkew: Int64?, liveness: Liveness) {
    let clock = lastSkew.map {
      DeviceClock(skew: $0, events: 3, since: World.noon.advanced(bySeconds: -120))
    }
    #expect(Liveness(isReplay: isReplay, skew: skew, clock: clock, now: World.noon) == liveness)
  }

  @Test(
    "It takes three events over two minutes to know a wrong clock",
    arguments: [(1, 600, false), (2, 600, false), (3, 119, false), (3, 120, true), (9, 600, true)])
  func steady(events: Int, seconds: Int64, isLive: Bool) {
    let clock = DeviceClock(
      skew: -3_600_000, events: events, since: World.noon.advanced(bySeconds: -seconds))
    let liveness = Liveness(isReplay: false, skew: -3_600_000, clock: clock, now: World.noon)
    #expect((liveness == .live) == isLive)
  }

  @Test(
    "A backlog that is sent without a mark never counts as a wrong clock",
    arguments: [(12, 1), (5, 1), (20, 2), (60, 1), (2, 1)])
  func backlog(apart: Int64, sent: Int64) {
    var clock: DeviceClock?
    for event in 0..<200 as Range<Int64> {
      let now = World.noon.advanced(bySeconds: event * sent)
      let skew = (-86_400 + event * (apart - sent)) * 1_000
      let liveness = Liveness(isReplay: false, skew: skew, clock: clock, now: now)
      #expect(liveness == .uncertain, "event \(event)")
      clock = .following(clock, skew: skew, now: now)
    }
  }

  @Test("A wrong clock is known although it drifts a second an hour")
  func drift() {
    var clock: DeviceClock?
    for hour in 0..<200 as Range<Int64> {
      let now = World.noon.advanced(bySeconds: hour * 3_600)
      let skew = 3_600_000 + hour * 1_000
      let liveness = Liveness(isReplay: false, skew: skew, clock: clock, now: now)
      #expect((liveness == .live) == (hour >= 3), "hour \(hour)")
      clock = .following(clock, skew: skew, now: now)
    }
  }

  @Test("A replay from more than a week ago makes no history", arguments: ["in-1", "out-1"])
  mutating func tooOld(boothID: String) throws {
    if boothID == "out-1" { try world.replay(World.car, at: "in-1", secondsAgo: 604_800) }
    let stays = world.inside
    world.pass(seconds: 1)
    try world.replay(World.car, at: boothID, secondsAgo: 604_801)
    #expect(world.inside == stays && world.finished.isEmpty && world.reasons == [.oldReplay])
  }

  @Test("A live read after a late entry is decided by the park's policy", arguments: [false, true])
  mutating func liveAfterLate(waits: Bool) throws {
    world = World(temporaryEntry: waits ? .wait : .open)
    let late = try world.replay(World.car, at: "in-1", secondsAgo: 60).reply.stayID
    let reply = try world.read(World.car, at: "in-1").reply
    #expect(reply.opens == !waits && world.waits(world.front("in-1")) == waits)
    #expect(world.open[World.car]?.stayID == late && world.inside == 1)
  }

  @Test("A late entry begins a stay by the camera's time and opens nothing")
  mutating func entry() throws {
    let decision = try world.replay(World.car, at: "in-1", secondsAgo: 67 * 60)
    #expect(!decision.reply.opens && world.openings.isEmpty)
    let stay = try #require(world.open[World.car])
    #expect(stay.enterTime == world.now.advanced(bySeconds: -67 * 60))
    try world.read(World.car, at: "out-1")
    #expect(world.due("out-1")?.settlement?.fee.total == Money(fen: 700))
  }

  @Test("A late entry joins a later exit or stay as history")
  mutating func joins() throws {
    let live = try world.read(World.car, at: "in-1").reply.stayID
    let late = try world.replay(World.car, at: "in-2", secondsAgo: 300)
    #expect(late.reply.stayID == live && world.open[World.car]?.enterTime == world.now)
    world.pass(minutes: 20)
    try world.read(World.car, at: "out-1")
    world.pass(minutes: 5)
    try world.replay(World.car, at: "in-1", secondsAgo: 600)
    #expect(world.open.isEmpty && world.finished.count == 1)
  }

  @Test("A late entry from before a known exit begins no stay, whatever was read since")
  mutating func beforeExit() throws {
    world = World(temporaryEntry: .wait)
    try world.letIn(World.car, at: "in-1")
    world.pass(minutes: 10)
    try world.read(World.car, at: "out-1")
    world.pass(minutes: 10)
    try world.read(World.car, at: "in-1")
    try world.replay(World.car, at: "in-2", secondsAgo: 15 * 60)
    #expect(world.open.isEmpty && world.finished.count == 1)
  }

  @Test("A late entry that comes after the late exit it belongs to begins no stay")
  mutating func exitFirst() throws {
    try world.replay(World.car, at: "out-1", secondsAgo: 600)
    try world.replay(World.car, at: "in-1", secondsAgo: 3_600)
    #expect(world.open.isEmpty && world.reasons == [.noEntry])
  }

  @Test("Late news that joins what is known disturbs neither reads nor presses")
  mutating func joined() throws {
    let stay = try #require(try world.read(World.car, at: "in-1").reply.stayID)
    world.pass(minutes: 20)
    try world.read(World.car, at: "out-1")
    world.pass(seconds: 60)
    try world.replay(World.car, at: "out-1", secondsAgo: 30)
    #expect(try world.read(World.car, at: "out-1").reply.opens)
    try world.letOut(stay, at: "out-1")
    #expect(world.openings(at: "out-1") == 3)
  }

  @Test("A late exit closes the stay unpaid, by the camera's time, onto the review list")
  mutating func exit() throws {
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 90)
    let decision = try world.replay(World.car, at: "out-1", secondsAgo: 23 * 60)
    #expect(!decision.reply.opens && world.openings(at: "out-1") == 0)
    let stay = try #require(world.finished.first)
    #expect(stay.outcome == .left && stay.payStatus == .unpaid && stay.fee.total?.fen == 700)
    #expect(stay.leaveTime == world.now.advanced(bySeconds: -23 * 60))
    #expect(world.reasons == [.replayedExit] && world.payments.isEmpty)
  }

  @Test("A late exit from before the entry touches nothing")
  mutating func oldExit() throws {
    try world.read(World.car, at: "in-1")
    try world.replay(World.car, at: "out-1", secondsAgo: 60)
    #expect(world.inside == 1 && world.finished.isEmpty && world.reasons.isEmpty)
  }

  @Test("A late exit of a vehicle that nobody saw enter is reviewed and makes no stay")
  mutating func unknownExit() throws {
    try world.replay(World.car, at: "out-1", secondsAgo: 60)
    #expect(world.open.isEmpty && world.finished.isEmpty && world.reasons == [.noEntry])
  }

  @Test("A blacklisted vehicle that entered meanwhile is reviewed, and stays shut")
  mutating func blacklisted() throws {
    world.register(World.car, .blacklisted)
    try world.replay(World.car, at: "in-1", secondsAgo: 60)
    #expect(world.inside == 1 && world.reasons == [.blacklistedInside])
    #expect(!(try world.read(World.car, at: "in-1").reply.opens))
  }

  @Test("A late plateless vehicle is reviewed", arguments: ["in-1", "out-1"])
  mutating func plateless(boothID: String) throws {
    try world.replay("", at: boothID, secondsAgo: 60)
    #expect(world.open.isEmpty && world.reasons == [.platelessHistory])
  }

  @Test("An event at an unknown time waits for the attendant, whoever it is")
  mutating func uncertain() throws {
    world.register(World.car, .monthly)
    #expect(!(try world.read(World.car, at: "in-1", liveness: .uncertain).reply.opens))
    #expect(world.waits(world.front("in-1")) && world.reasons == [.clock])
    try world.letIn(World.car, at: "in-1")
    #expect(!(try world.read(World.car, at: "out-1", liveness: .uncertain).reply.opens))
    #expect(world.inside == 1)
  }

  @Test("A stay that began late is not let in again by a read it opened nothing for")
  mutating func lateThenLive() throws {
    world = World(temporaryEntry: .wait)
    try world.replay(World.car, at: "in-1", secondsAgo: 60)
    try world.replay(World.car, at: "in-1", secondsAgo: 30)
    #expect(world.inside == 1 && world.finished.isEmpty && world.openings.isEmpty)
  }

  @Test("A barrier that the camera opened by itself is reviewed")
  mutating func openedByDevice() throws {
    try world.read(World.car, at: "in-1", liveness: .replay, openedByDevice: true)
    #expect(world.reasons == [.openedByDevice])
  }
}
