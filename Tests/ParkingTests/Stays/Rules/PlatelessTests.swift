import Parking
import Testing

@Suite("Vehicles without a plate")
struct PlatelessTests {
  var world = World()

  @Test("enter by a ticket of their own and leave by it", arguments: ["", "苏E8888?"])
  mutating func whole(text: String) throws {
    try world.read(text, at: "in-1")
    let entry = try world.letInByTicket(at: "in-1")
    #expect(world.inside == 1 && world.openings(at: "in-1") == 1)
    let front = try #require(world.front("in-1"))
    #expect(front.license == "无牌\(entry.ticket.number)" && !front.needsRegistration)
    world.pass(minutes: 67)
    try world.type(entry.ticket.key, at: "out-1")
    #expect(world.due("out-1")?.stayID == entry.stayID)
    try world.pay(entry.stayID, 700, at: "out-1")
    #expect(world.open.isEmpty && world.payments.count == 1)
  }

  @Test("never match one another")
  mutating func apart() throws {
    try world.read("", at: "in-1")
    let first = try world.letInByTicket(at: "in-1")
    try world.read("", at: "in-1")
    let second = try world.letInByTicket(at: "in-1")
    #expect(first.ticket != second.ticket && world.inside == 2)
    world.pass(minutes: 67)
    try world.read("", at: "out-1")
    #expect(world.due("out-1")?.enterTime == nil && world.inside == 2)
  }

  @Test("are chosen from the list at an exit")
  mutating func chosen() throws {
    try world.read("", at: "in-1")
    let entry = try world.letInByTicket(at: "in-1")
    world.pass(minutes: 67)
    try world.read("", at: "out-1")
    try world.match(entry.stayID, at: "out-1")
    #expect(world.due("out-1")?.stayID == entry.stayID && world.open.count == 1)
  }

  @Test("A press again gives the same ticket; later it opens once more")
  mutating func again() throws {
    try world.read("", at: "in-1")
    let entry = try world.letInByTicket(at: "in-1")
    #expect(try world.letInByTicket(at: "in-1") == entry && world.openings(at: "in-1") == 1)
    world.pass(seconds: 4)
    #expect(try world.letInByTicket(at: "in-1") == entry && world.openings(at: "in-1") == 2)
    #expect(world.inside == 1)
    world.pass(seconds: 300)
    #expect(world.refusal { try $0.letInByTicket(at: "in-1") } == .notWaiting)
  }

  @Test("A vehicle that has a plate, or none that waits, gets no ticket")
  mutating func refused() throws {
    #expect(world.refusal { try $0.letInByTicket(at: "in-1") } == .notWaiting)
    world = World(temporaryEntry: .wait)
    try world.read(World.car, at: "in-1")
    #expect(world.refusal { try $0.letInByTicket(at: "in-1") } == .notWaiting)
  }

  @Test("A ticket that nobody has makes no stay")
  mutating func unknown() throws {
    let ticket = Ticket(stayID: 77).key
    #expect(world.refusal { try $0.type(ticket, at: "out-1") } == .unknownTicket)
    #expect(world.open.isEmpty)
  }

  @Test("One that passed no longer asks to be registered")
  mutating func passed() throws {
    try world.read("", at: "in-1")
    let first = try #require(world.front("in-1"))
    try world.read(World.car, at: "in-1")
    let arrival = try #require(world.arrivals[first.arrivalID])
    #expect(arrival.state == .passed && !arrival.needsRegistration)
  }
}
