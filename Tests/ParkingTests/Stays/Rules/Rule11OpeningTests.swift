import Parking
import Testing

@Suite("Rule 11: openings")
struct Rule11OpeningTests {
  @Test("A reply that opens is an opening by a read, and replaces one that still waits")
  func read() throws {
    var world = World()
    let decision = try world.read(World.car, at: "in-1")
    let arrivalID = try #require(decision.arrivalID)
    let cancelling = Action.cancelOpenings(arrivalID: arrivalID, boothID: "in-1")
    #expect(!decision.actions.contains(cancelling), "nothing waits for a vehicle that just came")
    let again = try world.read(World.car, at: "in-1")
    #expect(world.openings.map(\.opening.cause) == [.read, .read])
    let cancel = try #require(again.actions.firstIndex(of: cancelling))
    let open = try #require(
      again.actions.firstIndex {
        if case .open = $0 { true } else { false }
      })
    #expect(cancel < open)
  }

  @Test("A press opens by the camera's next request, and again as a repetition")
  func press() throws {
    var world = World(temporaryEntry: .wait)
    try world.letIn(World.car, at: "in-1")
    world.pass(seconds: 10)
    try world.letIn(World.car, at: "in-1")
    #expect(world.openings.map(\.opening.cause) == [.press, .repeat])
    #expect(world.openings.allSatisfy { $0.opening.display == "苏E88888 欢迎光临" })
  }

  @Test("What stays shut is no opening")
  func shut() throws {
    var world = World(temporaryEntry: .wait)
    try world.read(World.car, at: "in-1")
    try world.read("", at: "in-1")
    try world.read(World.other, at: "out-1")
    try world.replay("苏E55555", at: "in-1", secondsAgo: 60)
    #expect(world.openings.isEmpty)
  }
}
