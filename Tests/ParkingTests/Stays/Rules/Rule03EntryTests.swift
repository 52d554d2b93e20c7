import Parking
import Testing

@Suite("Rule 3: decisions at an entry")
struct Rule03EntryTests {
  @Test("A blacklisted vehicle stays outside and does not wait")
  func blacklisted() throws {
    var world = World()
    world.register(World.car, .blacklisted)
    let decision = try world.read(World.car, at: "in-1")
    #expect(!decision.reply.opens && decision.reply.category == .blacklisted)
    #expect(world.front("in-1")?.state == .refused)
    #expect(!world.waits(world.front("in-1")) && world.open.isEmpty)
  }

  @Test("A plateless or unreadable one waits to be registered", arguments: ["", "无牌", "苏E*****"])
  func plateless(text: String) throws {
    var world = World()
    #expect(!(try world.read(text, at: "in-1").reply.opens))
    let arrival = try #require(world.front("in-1"))
    #expect(arrival.needsRegistration && world.waits(arrival) && world.open.isEmpty)
  }

  @Test(
    "Monthly and free ones are let in even when the park is full or temporary ones wait",
    arguments: [Parking.Category.monthly, .free])
  func rights(category: Parking.Category) throws {
    var world = World(places: 0, temporaryEntry: .wait)
    world.register(World.car, category)
    let reply = try world.read(World.car, at: "in-1").reply
    #expect(reply.opens && reply.category == category)
  }

  @Test("A temporary one is let in or waits, as the park says")
  func policy() throws {
    var open = World()
    #expect(try open.read(World.car, at: "in-1").reply.opens)
    #expect(open.front("in-1")?.state == .entered)
    var wait = World(temporaryEntry: .wait)
    #expect(!(try wait.read(World.car, at: "in-1").reply.opens))
    #expect(wait.waits(wait.front("in-1")) && wait.open.isEmpty)
  }

  @Test("When the park is full a temporary one waits, and one that leaves makes room")
  func full() throws {
    var world = World(places: 1)
    #expect(try world.read(World.other, at: "in-1").reply.opens)
    #expect(!(try world.read(World.car, at: "in-2").reply.opens))
    #expect(world.waits(world.front("in-2")))
    world.pass(minutes: 20)
    #expect(try world.read(World.other, at: "out-1").reply.opens)
    #expect(try world.read(World.car, at: "in-2").reply.opens)
  }

  @Test("A vehicle whose exit was missed does not take a second place")
  func ownPlace() throws {
    var world = World(places: 1)
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 20)
    #expect(try world.read(World.car, at: "in-1").reply.opens)
    #expect(world.inside == 1)
  }

  @Test("Waiting ends after 10 minutes", arguments: [(599_999_999, true), (600_000_000, false)])
  func waitingEnds(microseconds: Int64, waits: Bool) throws {
    var world = World(temporaryEntry: .wait)
    try world.read(World.car, at: "in-1")
    world.pass(microseconds: microseconds)
    #expect(world.waits(world.front("in-1")) == waits)
  }

  @Test("Waiting counts from the last read")
  func waitingAgain() throws {
    var world = World(temporaryEntry: .wait)
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 4)
    try world.read(World.car, at: "in-1")
    world.pass(minutes: 9)
    #expect(world.waits(world.front("in-1")))
  }

  @Test("The next vehicle ends the waiting of the one before it, at that booth alone")
  func nextVehicle() throws {
    var world = World(temporaryEntry: .wait)
    try world.read(World.car, at: "in-1")
    try world.read("苏E55555", at: "in-2")
    let waiting = try #require(world.front("in-1"))
    try world.read(World.other, at: "in-1")
    #expect(!world.waits(waiting) && world.arrivals[waiting.arrivalID]?.state == .passed)
    #expect(world.waits(world.front("in-1")) && world.waits(world.front("in-2")))
  }

  @Test("A vehicle that is let in ends the waiting of the one before it")
  func nextIsLetIn() throws {
    var world = World(temporaryEntry: .wait)
    world.register(World.other, .free)
    try world.read(World.car, at: "in-1")
    let waiting = try #require(world.front("in-1"))
    try world.read(World.other, at: "in-1")
    #expect(!world.waits(waiting))
  }
}
