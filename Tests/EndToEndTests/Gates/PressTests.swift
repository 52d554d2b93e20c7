import HTTP
import Testing

@Suite("Pressing again")
struct PressTests {
  @Test(
    "At an entry: nothing within 3 seconds, then the barrier once more", arguments: Stage.allCases)
  func entry(stage: Stage) throws {
    let park = try stage.park(.wait)
    let plate = Plates.fresh()
    try park.entry.camera.push(plate)
    for _ in 1...3 { #expect(try park.entry.permitEntry(plate).code == 0) }
    #expect(try park.books.openings(park.entry) == 1)
    try park.books.pass(seconds: 4)
    #expect(try park.entry.permitEntry(plate).code == 0)
    #expect(try park.books.openings(park.entry) == 2)
    #expect(try park.books.open(plate) == 1)
    #expect(try park.books.finished(plate).isEmpty)
  }

  @Test("At an entry, elsewhere or after 5 minutes: a new entry", arguments: Stage.allCases)
  func newEntry(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    #expect(try park.entry.permitEntry(plate).code == 0)
    #expect(try park.otherEntry.permitEntry(plate).code == 0)
    #expect(try park.books.finished(plate).map(\.outcome) == ["unresolved"])
    try park.books.pass(seconds: 301)
    #expect(try park.otherEntry.permitEntry(plate).code == 0)
    #expect(try park.books.finished(plate).map(\.outcome) == ["unresolved", "unresolved"])
    #expect(try park.books.open(plate) == 1)
  }

  @Test(
    "At an exit: nothing within 3 seconds, then the barrier once more and no money",
    arguments: Stage.allCases)
  func exit(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    for _ in 1...3 { #expect(try park.exit.permitExit(car.stay, total: 700).code == 0) }
    #expect(try park.books.openings(park.exit) == 1)
    try park.books.pass(seconds: 4)
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    #expect(try park.books.openings(park.exit) == 2)
    #expect(try park.books.payments(car.stay) == [700])
  }

  @Test("At an exit, elsewhere, otherwise or after 5 minutes: an error", arguments: Stage.allCases)
  func released(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    #expect(try park.otherExit.permitExit(car.stay, total: 700).code != 0)
    #expect(try park.exit.permitExit(car.stay, total: 600).code == 2105)
    #expect(try park.exit.permitExitByHand(car.stay).code == 2105)
    try park.books.pass(seconds: 301)
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 2105)
    #expect(try park.books.openings(park.exit) == 1)
    #expect(try park.books.payments(car.stay) == [700])
  }

  @Test("A car that stalls after it paid is let out again", arguments: Stage.allCases)
  func stalled(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    try park.books.pass(seconds: 60)
    #expect(try park.exit.camera.push(car.plate).data["open"] == .bool(true))
    #expect(try park.books.payments(car.stay) == [700])
    #expect(try park.books.finished(car.plate).count == 1)
  }

  @Test(
    "An opening that no camera takes expires after 10 seconds, and the booth sees it",
    arguments: Stage.allCases)
  func expiry(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    try park.books.pass(seconds: 9)
    #expect(try park.exit.exits().first?["barrier"]?.string == "pending")
    try park.books.pass(seconds: 1)
    #expect(try park.exit.camera.poll().data["open"] == .bool(false))
    #expect(try park.exit.camera.vzenithHeartbeat().info == "no")
    #expect(try park.exit.exits().first?["barrier"]?.string == "expired")
  }
}
