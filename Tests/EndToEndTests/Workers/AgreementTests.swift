import HTTP
import Testing

@Suite("Every worker agrees")
struct AgreementTests {
  private let park: TestPark
  private let transport: WireTransport

  init() throws {
    let installation = try Installations.calm
    transport = WireTransport(port: installation.port)
    park = try TestPark(.open, installation, transport)
  }

  @Test("The same entry 64 times at once is one stay and 64 equal answers")
  func entry() throws {
    let plate = Plates.fresh()
    let answers = try atOnce(Array(repeating: park.entry.entryPress(plate), count: 64))
    #expect(answers.count == 64)
    #expect(Set(answers.map(\.bytes)) == [answers[0].bytes])
    #expect(answers[0].code == 0)
    #expect(try park.books.open(plate) == 1)
    #expect(try park.books.finished(plate).isEmpty)
    #expect(try park.books.openings(park.entry) == 1)
  }

  @Test("The same exit 64 times at once is one payment and 64 equal answers")
  func exit() throws {
    let car = try park.vehicleSettling()
    let press = park.exit.exitPress(car.stay, total: 700)
    let answers = try atOnce(Array(repeating: press, count: 64))
    #expect(Set(answers.map(\.bytes)) == [answers[0].bytes])
    #expect(answers[0].code == 0)
    #expect(try park.books.payments(car.stay) == [700])
    #expect(try park.books.finished(car.plate).count == 1)
    #expect(try park.books.openings(park.exit) == 1)
  }

  @Test("Two exits release one stay once")
  func twoExits() throws {
    let car = try park.vehicleSettling(at: park.exit)
    let calls = (0..<64).map { index in
      (index % 2 == 0 ? park.exit : park.otherExit).exitPress(car.stay, total: 700)
    }
    let answers = try atOnce(calls)
    for (index, answer) in answers.enumerated() {
      #expect((answer.code == 0) == (index % 2 == 0))
    }
    #expect(try park.books.payments(car.stay) == [700])
    #expect(try park.books.finished(car.plate).count == 1)
  }

  @Test("A car that two exits read at once settles at one of them and pays once")
  func readTwice() throws {
    let car = try park.vehicleInside()
    let reads = (0..<32).map { ($0 % 2 == 0 ? park.exit : park.otherExit).camera.read(car.plate) }
    _ = try atOnce(reads)
    let settling = try [park.exit, park.otherExit].filter { try $0.unfee().number("has") == 1 }
    #expect(settling.count == 1)
    let answers = try atOnce(
      [park.exit, park.otherExit].map { $0.exitPress(car.stay, total: 700) })
    #expect(answers.filter { $0.code == 0 }.count == 1)
    #expect(try park.books.payments(car.stay) == [700])
  }

  @Test("The same plate at two entries at once is one open stay")
  func twoEntries() throws {
    let plate = Plates.fresh()
    let calls = (0..<32).map { ($0 % 2 == 0 ? park.entry : park.otherEntry).camera.read(plate) }
    #expect(try atOnce(calls).allSatisfy { $0.code == 0 })
    #expect(try park.books.open(plate) == 1)
  }

  @Test("The same event 64 times at once is one stay and 64 equal answers")
  func event() throws {
    let plate = Plates.fresh()
    let answers = try atOnce(
      Array(repeating: park.entry.camera.read(plate, event: "once"), count: 64))
    #expect(Set(answers.map(\.bytes)) == [answers[0].bytes])
    #expect(try park.books.open(plate) == 1)
    #expect(try park.books.openings(park.entry) == 1)
  }

  @Test("An opening is handed to one of 32 polls")
  func polls() throws {
    #expect(try park.entry.permitEntry(Plates.fresh()).code == 0)
    var poll = Call("/device/v1/generic/\(park.entry.camera.token)/poll", host: park.host)
    poll.method = "POST"
    let answers = try atOnce(Array(repeating: poll, count: 32))
    #expect(answers.filter { $0.data["open"] == .bool(true) }.count == 1)
  }

  @Test("The last place is given once")
  func lastPlace() throws {
    let small = try TestPark(.small, try Installations.calm, transport)
    let plates = (0..<16).map { _ in Plates.fresh() }
    let reads = plates.enumerated().map { index, plate in
      (index % 2 == 0 ? small.entry : small.otherEntry).camera.read(plate)
    }
    let opened = try atOnce(reads).filter { $0.data["open"] == .bool(true) }
    #expect(opened.count == 1)
    #expect(try small.figures().number("temp_car_total") == 1)
  }

  private func atOnce(_ calls: [Call]) throws -> [Envelope] {
    try calls.map(transport.begin).map { try $0.reply().envelope() }
  }
}
