import Foundation
import HTTP
import Testing

@Suite("Simulated cameras through nginx")
struct CameraProgramTests {
  @Test("A read begins a stay, and a good reply opens", arguments: CameraProgram.vendors)
  func entry(vendor: String) throws {
    let park = try Stage.throughNginx.park()
    let plate = Plates.fresh()
    let output = try park.entry.program(vendor).run("--plate", plate)
    #expect(try park.books.open(plate) == 1)
    #expect(output.contains("taken"))
    #expect(output.contains("barrier  opens") == CameraProgram.openers.contains(vendor))
  }

  @Test(
    "A plate in GBK, in chunks and slowly sent, with a picture, is the same",
    arguments: ["vzenith", "huaxia", "hikvision", "dahua"])
  func chinese(vendor: String) throws {
    let park = try Stage.throughNginx.park()
    let plate = Plates.fresh()
    let picture = "\(park.installation.state)/car-\(plate).jpg"
    try Data([0xFF, 0xD8, 0xFF, 0xE0] + Array(plate.utf8) + [0xFF, 0xD9]).write(
      to: URL(filePath: picture))
    try park.entry.program(vendor).run(
      "--plate", plate, "--gbk", "--chunked", "--slow", "0.3", "--picture", picture)
    #expect(try park.books.open(plate) == 1)
    try park.books.pass(seconds: 67 * 60)
    try park.exit.camera.push(plate)
    #expect(try park.exit.unfee().text("enter_car_image_url")?.isEmpty == false)
  }

  @Test("An event that is sent again has one effect", arguments: CameraProgram.vendors)
  func repeated(vendor: String) throws {
    let park = try Stage.throughNginx.park()
    let plate = Plates.fresh()
    try park.entry.program(vendor).run("--plate", plate, "--repeat", "3")
    #expect(try park.books.open(plate) == 1)
    #expect(try park.books.captures() == 1)
    #expect(try park.books.openings(park.entry) == 1)
  }

  @Test("Stored events make history and open nothing", arguments: CameraProgram.vendors)
  func stored(vendor: String) throws {
    let park = try Stage.throughNginx.park()
    let plates = (1...3).map { _ in Plates.fresh() }
    let output = try park.entry.program(vendor).run(
      plates.flatMap { ["--plate", $0] } + ["--replay", "--minutes-ago", "67"])
    // Dahua has no mark for a stored event: its time alone tells, and it waits for the attendant.
    let expected = vendor == "dahua" ? 0 : 1
    for plate in plates { #expect(try park.books.open(plate) == expected) }
    #expect(!output.contains("opens"))
    #expect(try park.books.openings(park.entry) == 0)
  }

  @Test("A vehicle without a plate waits", arguments: CameraProgram.vendors)
  func plateless(vendor: String) throws {
    let park = try Stage.throughNginx.park()
    #expect(try !park.entry.program(vendor).run("--plateless").contains("opens"))
    #expect(try park.entry.entries().first?["need_register"]?.integer == 1)
  }

  @Test("A Vzenith camera says the fee, and shows a code to pay it")
  func fee() throws {
    let park = try Stage.throughNginx.park()
    let car = try park.vehicleInside(minutes: 67)
    let output = try park.exit.program("vzenith").run("--plate", car.plate)
    #expect(output.contains("barrier  stays shut"))
    #expect(output.contains("voice    \(car.plate) 请缴费7.00元"))
    #expect(output.contains("screen   \(car.plate) | 请缴费7.00元"))
    let code =
      "https://pay.example.com/\(park.parkSN)/\(car.stay)?plate=\(car.plate.percentEncoded)&fen=700"
    #expect(output.contains("code     \(code)"))
    #expect(output.contains("serial   \(car.plate)⏎请缴费7.00元⏎\(code)⏎"))
  }

  @Test("A payment opens by the camera's next heartbeat", arguments: CameraProgram.openers)
  func payment(vendor: String) throws {
    let park = try Stage.throughNginx.park()
    let car = try park.vehicleSettling()
    #expect(try park.exit.permitExit(car.stay, total: 700).code == 0)
    let camera = park.exit.program(vendor)
    #expect(try camera.run("--gate-open-wait", "5").contains("barrier  opens"))
    #expect(throws: Shell.Failure.self) { try camera.run("--gate-open-wait", "0.5") }
  }

  @Test("An endless loop of polls holds no worker, and is slowed down in front of them")
  func comet() async throws {
    let park = try Stage.throughNginx.park()
    let lanes = [park.entry, park.otherEntry, park.exit, park.otherExit]
    let outputs = try await withThrowingTaskGroup(of: String.self) { group in
      for lane in lanes {
        let command = lane.program("vzenith").command(["--gate-open-wait", "3"])
        group.addTask {
          do {
            return try Shell.run(command)
          } catch let failure as Shell.Failure {
            return failure.description
          }
        }
      }
      try await Task.sleep(for: .seconds(1))
      let took = try ContinuousClock().measure {
        for _ in 0..<20 { _ = try park.figures() }
      }
      #expect(took < .seconds(5))
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for output in outputs {
      let words = try #require(output.firstMatch(of: /asked (\d+) times/)?.output.1)
      #expect((1...40).contains(Int(words) ?? 0), "\(output)")
    }
  }

  @Test("A camera that nobody answers well tries again, and says that it gives up")
  func refused() throws {
    let park = try Stage.throughNginx.park()
    let booth = Booth(id: "nobody", park: park)
    for vendor in CameraProgram.vendors {
      let failure = #expect(throws: Shell.Failure.self) {
        try booth.program(vendor).run("--plate", Plates.fresh(), "--patience", "1")
      }
      #expect(failure?.description.contains("nobody took the event") == true)
    }
  }
}
