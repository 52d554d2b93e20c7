import Foundation
import HTTP
import Testing

@Suite("Late news and wrong clocks")
struct LateNewsTests {
  @Test("A replayed exit closes the stay unpaid, onto the review list", arguments: Stage.allCases)
  func replayedExit(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleInside(minutes: 67)
    #expect(try park.exit.camera.replay(car.plate, minutesAgo: 2).data["open"] == .bool(false))
    #expect(
      try park.books.finished(car.plate) == [
        Books.Finished(
          outcome: "left", total: 700, coupon: 0, paid: 0, payStatus: 0, isManual: false)
      ])
    #expect(try park.books.open(car.plate) == 0)
    #expect(try park.books.reviews() == ["replayed_exit"])
    #expect(try park.books.openings(park.exit) == 0)
  }

  @Test("A replayed entry begins a stay and opens nothing", arguments: Stage.allCases)
  func replayedEntry(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    #expect(try park.entry.camera.replay(plate, minutesAgo: 10).data["open"] == .bool(false))
    #expect(try park.books.open(plate) == 1)
    #expect(try park.books.openings(park.entry) == 0)
  }

  @Test("A replayed entry of a car that left since is history", arguments: Stage.allCases)
  func oldEntry(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    try park.entry.camera.push(plate)
    #expect(try park.exit.camera.push(plate).data["open"] == .bool(true))
    #expect(try park.otherEntry.camera.replay(plate, minutesAgo: 30).data["open"] == .bool(false))
    #expect(try park.books.open(plate) == 0)
    #expect(try park.books.finished(plate).count == 1)
  }

  // A read that takes long to come is less ahead of its time then, and more behind it.
  @Test(
    "An event more than 90 seconds off waits for the attendant", arguments: Stage.allCases,
    [-3600.0, -95, 150, 3600])
  func wrongClock(stage: Stage, seconds: Double) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    let read = try park.entry.camera.push(plate, at: Date(timeIntervalSinceNow: seconds))
    #expect(read.data["open"] == .bool(false))
    #expect(try park.entry.entries().first?["enter_flag"]?.integer == 1)
    #expect(try park.books.open(plate) == 0)
    #expect(try park.books.reviews() == ["clock"])
    #expect(try park.entry.permitEntry(plate).code == 0)
  }

  @Test("An event up to 90 seconds off is live", arguments: Stage.allCases, [-30.0, 0, 85])
  func goodClock(stage: Stage, seconds: Double) throws {
    let park = try stage.park()
    let time = Date(timeIntervalSinceNow: seconds)
    #expect(try park.entry.camera.push(Plates.fresh(), at: time).data["open"] == .bool(true))
  }

  @Test("A clock that is always wrong by the same is live, by our clock", arguments: Stage.allCases)
  func steadySkew(stage: Stage) throws {
    let park = try stage.park()
    let camera = park.entry.camera
    let hour = 3600.0
    for _ in 1...3 {
      #expect(
        try camera.push(Plates.fresh(), at: Date(timeIntervalSinceNow: hour)).data["open"]
          == .bool(false))
    }
    try park.books.pass(seconds: 120)
    let plate = Plates.fresh()
    #expect(
      try camera.push(plate, at: Date(timeIntervalSinceNow: hour + 20)).data["open"] == .bool(true))
    #expect(try park.exit.camera.push(plate).data["open"] == .bool(true))
    #expect(
      try camera.push(Plates.fresh(), at: Date(timeIntervalSinceNow: hour + 90)).data["open"]
        == .bool(false))
  }

  @Test("An exit by a wrong clock opens nothing, free of charge or not", arguments: Stage.allCases)
  func wrongClockAtExit(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleInside(minutes: 10)
    let read = try park.exit.camera.push(car.plate, at: Date(timeIntervalSinceNow: -600))
    #expect(read.data["open"] == .bool(false))
    #expect(try park.exit.unfee().text("_id") == car.stay)
    #expect(try park.exit.permitExit(car.stay, total: 0).code == 0)
    #expect(try park.books.finished(car.plate).map(\.payStatus) == [2])
  }
}
