import Parking
import Testing

@Suite("Rule 4: an attendant lets a vehicle in")
struct Rule04EntryPressTests {
  var world = World(temporaryEntry: .wait)

  @Test("The waiting vehicle enters, and its stay begins with the press")
  mutating func waiting() throws {
    let arrivalID = try world.read(World.car, at: "in-1").arrivalID
    world.pass(seconds: 50)
    try world.letIn(World.car, at: "in-1")
    let arrival = try #require(world.front("in-1"))
    #expect(arrival.arrivalID == arrivalID && arrival.state == .entered && !arrival.isTyped)
    #expect(world.open[World.car]?.enterTime == world.now)
    #expect(!world.waits(arrival) && world.openings(at: "in-1") == 1)
  }

  @Test("A plate that no camera read is typed in")
  mutating func typed() throws {
    try world.letIn(World.car, at: "in-1")
    #expect(world.front("in-1")?.isTyped == true)
    #expect(world.open[World.car]?.category == .temporary)
  }

  @Test("A typed plate takes the place of a plateless vehicle")
  mutating func plateless() throws {
    let arrivalID = try world.read("", at: "in-1").arrivalID
    try world.letIn(World.car, at: "in-1")
    let arrival = try #require(world.front("in-1"))
    #expect(arrival.arrivalID == arrivalID && arrival.plate == World.car && arrival.isTyped)
    #expect(!arrival.needsRegistration)
  }

  @Test("capture_id names the vehicle, and corrects a misread")
  mutating func named() throws {
    let arrivalID = try world.read("苏E8888B", at: "in-1").arrivalID
    try world.letIn(World.car, at: "in-1", capture: arrivalID)
    #expect(world.front("in-1")?.arrivalID == arrivalID)
    #expect(world.front("in-1")?.plate == World.car && world.open[World.car] != nil)
  }

  @Test("A capture_id that does not wait here is refused and changes nothing")
  mutating func notWaiting() throws {
    let arrivalID = try world.read(World.car, at: "in-1").arrivalID
    #expect(
      world.refusal { try $0.letIn(World.car, at: "in-2", capture: arrivalID) }
        == Refusal.notWaiting)
    world.pass(minutes: 10)
    #expect(
      world.refusal { try $0.letIn(World.car, at: "in-1", capture: arrivalID) }
        == Refusal.notWaiting)
  }

  @Test("The registry decides the category, and another one from the terminal is audited")
  mutating func category() throws {
    world.register(World.car, .monthly)
    try world.letIn(World.car, at: "in-1", category: .free)
    #expect(world.open[World.car]?.category == .monthly)
    #expect(world.audits == ["enter car_fee_type 2, registered 1"])
  }

  @Test("A blacklisted plate is refused, also in the place of a plateless vehicle")
  mutating func blacklisted() throws {
    world.register(World.car, .blacklisted)
    try world.read("", at: "in-1")
    #expect(world.refusal { try $0.letIn(World.car, at: "in-1") } == Refusal.blacklisted)
  }

  @Test("A plate of no layout is refused, unless a camera read it", arguments: ["苏E8", "X"])
  mutating func invalid(plate: String) throws {
    #expect(world.refusal { try $0.letIn(plate, at: "in-1") } != nil)
    try world.read(plate, at: "in-1")
    try world.letIn(plate, at: "in-1")
    #expect(world.inside == 1 && world.reasons == [.unclassifiedPlate])
  }

  @Test("A press without a plate is refused")
  mutating func nothing() throws {
    try world.read("", at: "in-1")
    #expect(world.refusal { try $0.letIn("无牌", at: "in-1") } != nil)
  }

  @Test("A full park is the attendant's to fill")
  mutating func full() throws {
    world = World(places: 0)
    try world.read(World.car, at: "in-1")
    try world.letIn(World.car, at: "in-1")
    #expect(world.inside == 1)
  }
}
