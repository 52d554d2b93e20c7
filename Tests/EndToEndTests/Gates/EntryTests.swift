import Foundation
import HTTP
import Testing

@Suite("At an entry")
struct EntryTests {
  @Test("The registry decides who is let in", arguments: Stage.allCases, Registered.all)
  func registered(stage: Stage, vehicle: Registered) throws {
    let park = try stage.park(.wait)
    let read = try park.entry.camera.push(vehicle.plate)
    #expect(read.data["open"] == .bool(vehicle.opens))
    #expect(read.number("category") == vehicle.category)
    #expect(try park.books.open(vehicle.plate) == (vehicle.opens ? 1 : 0))
    let record = try #require(try park.entry.entries().first)
    #expect(record["license"]?.string == vehicle.plate)
    #expect(record["car_fee_type"]?.integer == vehicle.category)
    #expect(record["enter_flag"]?.integer == 0)
    #expect(record["need_register"]?.integer == 0)
  }

  @Test("Monthly and free vehicles leave with nothing to pay", arguments: Stage.allCases)
  func rights(stage: Stage) throws {
    let park = try stage.park()
    for plate in ["苏E10001", "苏E10002"] {
      try park.entry.camera.replay(plate, minutesAgo: 600)
      #expect(try park.exit.camera.push(plate).data["open"] == .bool(true))
      #expect(try park.books.finished(plate).map(\.payStatus) == [2])
    }
    #expect(try park.figures().number("temp_car_total") == 0)
    #expect(try park.exit.duty().text("free_number") == "2")
  }

  @Test("A blacklisted vehicle is not let in by a press either", arguments: Stage.allCases)
  func blacklisted(stage: Stage) throws {
    let park = try stage.park()
    #expect(try park.entry.permitEntry("苏E10003").code == 2001)
    #expect(try park.books.open("苏E10003") == 0)
    #expect(try park.entry.camera.poll().data["open"] == .bool(false))
  }

  @Test("A plateless vehicle waits, and the typed plate takes its place", arguments: Stage.allCases)
  func plateless(stage: Stage) throws {
    let park = try stage.park()
    #expect(try park.entry.camera.push(nil).data["open"] == .bool(false))
    let waiting = try #require(try park.entry.entries().first)
    #expect(waiting["license"]?.string == "")
    #expect(waiting["enter_flag"]?.integer == 1)
    #expect(waiting["need_register"]?.integer == 1)
    let plate = Plates.fresh()
    #expect(try park.entry.permitEntry(plate).code == 0)
    let records = try park.entry.entries()
    #expect(records.count == 1)
    #expect(records.first?["capture_id"] == waiting["capture_id"])
    #expect(records.first?["license"]?.string == plate)
    #expect(records.first?["enter_flag"]?.integer == 0)
    #expect(records.first?["need_register"]?.integer == 0)
    #expect(try park.books.open(plate) == 1)
    #expect(try park.entry.camera.poll().data["open"] == .bool(true))
  }

  @Test("A capture's id names the vehicle that the plate belongs to", arguments: Stage.allCases)
  func named(stage: Stage) throws {
    let park = try stage.park(.wait)
    let plate = Plates.fresh()
    try park.entry.camera.push(nil)
    let capture = try #require(try park.entry.entries().first?["capture_id"]?.string)
    #expect(try park.otherEntry.permitEntry(plate, capture: capture).code == 2003)
    #expect(try park.entry.permitEntry(plate, capture: capture).code == 0)
    #expect(try park.entry.entries().first?["license"]?.string == plate)
  }

  @Test("A typed plate has to be one", arguments: Stage.allCases)
  func invalid(stage: Stage) throws {
    let park = try stage.park()
    let answer = try park.entry.permitEntry("X1")
    #expect(answer.code == 2002)
    #expect(!answer.message.isEmpty)
    #expect(try park.entry.entries().isEmpty)
  }

  @Test("Where temporary vehicles wait, the attendant lets them in", arguments: Stage.allCases)
  func attendant(stage: Stage) throws {
    let park = try stage.park(.wait)
    let plate = Plates.fresh()
    #expect(try park.entry.camera.push(plate).data["open"] == .bool(false))
    #expect(try park.entry.entries().first?["enter_flag"]?.integer == 1)
    #expect(try park.books.open(plate) == 0)

    #expect(try park.entry.permitEntry(plate, category: 1).code == 0)
    let record = try #require(try park.entry.entries().first)
    #expect(record["enter_flag"]?.integer == 0)
    #expect(record["car_fee_type"]?.integer == 0)
    #expect(try park.figures().number("temp_car_total") == 1)
    #expect(try park.books.audited() == ["car_fee_type 1, registered 0"])
    #expect(try park.entry.camera.poll().data["open"] == .bool(true))
  }

  @Test("Waiting ends with the next vehicle", arguments: Stage.allCases)
  func next(stage: Stage) throws {
    let park = try stage.park(.wait)
    let (first, second) = (Plates.fresh(), Plates.fresh())
    try park.entry.camera.push(first)
    let capture = try #require(try park.entry.entries().first?["capture_id"]?.string)
    try park.entry.camera.push(second)
    let flags = try park.entry.entries().map { $0["enter_flag"]?.integer }
    #expect(flags == [1, 0])
    #expect(try park.entry.permitEntry(first, capture: capture).code == 2003)
    #expect(try park.books.open(first) == 0)
  }

  @Test("Waiting ends after 10 minutes", arguments: Stage.allCases)
  func patience(stage: Stage) throws {
    let park = try stage.park(.wait)
    try park.entry.camera.push(Plates.fresh())
    try park.books.pass(seconds: 590)
    #expect(try park.entry.entries().first?["enter_flag"]?.integer == 1)
    try park.books.pass(seconds: 11)
    #expect(try park.entry.entries().first?["enter_flag"]?.integer == 0)
  }

  @Test("A full park lets nobody in but by the attendant", arguments: Stage.allCases)
  func full(stage: Stage) throws {
    let park = try stage.park(.small)
    let (first, second) = (Plates.fresh(), Plates.fresh())
    #expect(try park.entry.camera.push(first).data["open"] == .bool(true))
    #expect(try park.figures().number("remain_car_port") == 0)
    #expect(try park.entry.camera.push(second).data["open"] == .bool(false))
    #expect(try park.entry.entries().first?["enter_flag"]?.integer == 1)
    #expect(try park.entry.permitEntry(second).code == 0)
    #expect(try park.books.open(second) == 1)
    #expect(try park.figures().number("remain_car_port") == 0)
    #expect(try park.entry.camera.push("苏E10001").data["open"] == .bool(true))
  }

  @Test("A repeated event gets the same bytes and has no second effect", arguments: Stage.allCases)
  func repeated(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    let first = try park.entry.camera.push(plate, event: "e-1")
    #expect(first.data["open"] == .bool(true))
    try park.entry.camera.push(Plates.fresh(), event: "e-2")
    #expect(try park.entry.camera.push(plate, event: "e-1").bytes == first.bytes)
    #expect(
      try park.entry.camera.push(plate, event: "e-1", replay: true).data["open"] == .bool(false))
    #expect(try park.books.open(plate) == 1)
    #expect(try park.books.openings(park.entry) == 2)
  }

  @Test("A replay that is sent again gets the same bytes", arguments: Stage.allCases)
  func repeatedReplay(stage: Stage) throws {
    let park = try stage.park()
    let read = park.entry.camera.read(
      Plates.fresh(), event: "e-1", at: Date(timeIntervalSinceNow: -600), replay: true)
    let first = try park.send(read)
    #expect(try first.envelope().text("stay_id")?.isEmpty == false)
    #expect(try park.send(read).body == first.body)
  }

  @Test("A car that stalls after its release is let through again", arguments: Stage.allCases)
  func stalled(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    let first = try park.entry.camera.push(plate)
    try park.books.pass(seconds: 240)
    let second = try park.entry.camera.push(plate)
    #expect(second.data["open"] == .bool(true))
    #expect(second.text("stay_id") == first.text("stay_id"))
    #expect(try park.books.open(plate) == 1)
    #expect(try park.entry.entries().count == 1)
  }

  @Test(
    "A car whose exit was missed leaves an unresolved stay with its fee", arguments: Stage.allCases)
  func missed(stage: Stage) throws {
    let park = try stage.park()
    let car = try park.vehicleInside(minutes: 67)
    let read = try park.entry.camera.push(car.plate)
    #expect(read.data["open"] == .bool(true))
    #expect(read.text("stay_id") != car.stay)
    #expect(try park.books.open(car.plate) == 1)
    #expect(
      try park.books.finished(car.plate) == [
        Books.Finished(
          outcome: "unresolved", total: 700, coupon: 0, paid: 0, payStatus: 0, isManual: false)
      ])
    #expect(try park.books.reviews() == ["unresolved"])
  }

  @Test("A car that turns back at the entry was never inside", arguments: Stage.allCases)
  func turnedBack(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    try park.entry.camera.push(plate)
    #expect(try park.entry.camera.push(plate, turnedBack: true).data["open"] == .bool(false))
    #expect(try park.books.open(plate) == 0)
    #expect(try park.books.finished(plate).map(\.outcome) == ["void"])
    #expect(try park.figures().number("remain_car_port") == 50)
  }

  @Test("A car that turns back does not wait any more", arguments: Stage.allCases)
  func turnedBackWaiting(stage: Stage) throws {
    let park = try stage.park(.wait)
    let plate = Plates.fresh()
    try park.entry.camera.push(plate)
    try park.entry.camera.push(plate, turnedBack: true)
    #expect(try park.entry.entries().first?["enter_flag"]?.integer == 0)
  }
}

/// A vehicle of the site file.
struct Registered: Sendable, CustomTestStringConvertible {
  let plate: String
  let category: Int
  let opens: Bool

  var testDescription: String { plate }

  static let all = [
    Registered(plate: "苏E10001", category: 1, opens: true),
    Registered(plate: "苏E10002", category: 2, opens: true),
    Registered(plate: "苏E10003", category: 3, opens: false),
  ]
}
