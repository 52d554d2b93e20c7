import Foundation
import HTTP
import PostgreSQL
import Testing

@Suite("Recorded events through nginx")
struct EventsProgramTests {
  @Test("What one park's cameras sent is replayed at another, under other plates")
  func replayed() throws {
    let (park, other) = (try Stage.throughNginx.park(), try Stage.throughNginx.park())
    let plates = (0..<5).map { _ in Plates.fresh() }
    for (vendor, plate) in zip(CameraProgram.vendors, plates) {
      try park.entry.program(vendor).run("--plate", plate, "--repeat", "2", "--minutes-ago", "0.5")
    }
    try park.entry.program("huaxia").run("--plate", plates[0], "--gbk")
    try park.otherEntry.program("vzenith").run("--plateless")
    let stored = Plates.fresh()
    try park.entry.program("vzenith").run("--plate", stored, "--replay", "--minutes-ago", "67")
    try park.exit.program("vzenith").run("--plate", stored)

    let file = "\(park.installation.state)/events-\(park.parkSN).jsonl"
    try park.installation.gatehouse(
      "events", "export", "--park", park.parkSN, "--pseudonymise", "--output", file)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 14)
    for plate in plates + [stored] {
      #expect(!text.contains(plate.dropFirst()) && !text.contains(plate.percentEncoded))
    }

    let tokens = ["in-1", "in-2", "out-1"].flatMap {
      ["--token", "\(park.parkSN)-\($0)=\(other.parkSN)-\($0)-camera"]
    }
    let command = [
      "events", "replay", file, "--url", "http://127.0.0.1:\(other.installation.port)",
    ]
    let dry = try other.installation.gatehouse(command + tokens + ["--dry-run"])
    #expect(dry.contains("14 events (nothing was sent)"))
    #expect(try other.books.captures() == 0)
    let output = try other.installation.gatehouse(command + tokens)
    #expect(output.contains("14 events taken, 0 refused"))
    #expect(try other.books.captures() == park.books.captures())
    #expect(try other.books.reviews() == park.books.reviews())
    let figures = try other.figures()
    #expect(try figures.number("temp_car_total") == park.figures().number("temp_car_total"))
    // The stored entry is as long ago as it was, so the fee is the same.
    #expect(try other.exit.unfee().number("total_amount") == 700)
  }

  @Test("Old events are forgotten by their park's setting, and no others")
  func pruned() throws {
    let park = try Stage.throughNginx.park()
    try park.entry.camera.push(Plates.fresh())
    try park.entry.camera.push(Plates.fresh())
    _ = try park.books.connection().query(
      """
      update parking.device_event set received_at = received_at - interval '31 days'
      where device_event_id = (select min(device_event_id) from parking.device_event
        where park_sn = \(park.parkSN))
      """)
    #expect(
      try park.installation.gatehouse("events", "prune", "--dry-run")
        .contains("\(park.parkSN): 1 events"))
    #expect(
      try park.installation.gatehouse("events", "prune").contains("\(park.parkSN): 1 events"))
    #expect(
      try park.installation.gatehouse(
        "events", "export", "--park", park.parkSN, "--dry-run"
      ).contains("1 events"))
  }

  @Test("gatehouse devices shows every lane")
  func devices() throws {
    let park = try Stage.throughNginx.park()
    try park.entry.camera.push(Plates.fresh(), event: "e")
    let output = try park.installation.gatehouse("devices", "--park", park.parkSN)
    let lines = output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.first?.hasPrefix("PARK") == true)
    #expect(output.contains("never"))
  }
}
