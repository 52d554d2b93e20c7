import Foundation
import HTTP
import Testing

@Suite("How cameras do")
struct HealthTests {
  @Test("Last seen, skew, repetitions, sureness and the time to open", arguments: Stage.allCases)
  func figures(stage: Stage) throws {
    let park = try stage.park()
    let now = Date()
    let plate = Plates.fresh()
    for _ in 0..<3 { try park.entry.camera.push(plate, event: "e-1", at: now) }
    try park.entry.camera.push(Plates.fresh(), event: "e-2", at: now.addingTimeInterval(40))
    try park.entry.camera.replay(Plates.fresh(), minutesAgo: 30)
    var unsure = park.entry.camera.read(Plates.fresh())
    unsure.body = Call.Body(
      type: "application/json",
      bytes: Array(#"{"plate":"\#(Plates.fresh())","confidence":0.5}"#.utf8))
    _ = try park.send(unsure)
    let devices = try park.ask("device/health").list("devices")
    #expect(devices.count == 4)
    let entry = try #require(devices.first { $0["_id"]?.string == park.entry.id })
    #expect(entry["device_id"]?.string == park.entry.id)
    #expect(entry["last_seen"]?.string?.isEmpty == false)
    // 40 s, less the time that the read took to come.
    #expect((5_000...41_000).contains(entry["clock_skew_ms"]?.integer ?? 0))
    #expect(entry["reads"]?.integer == 4)
    #expect(entry["repeats"]?.integer == 2)
    #expect(entry["repeats_permille"]?.integer == 333)
    #expect(entry["replays"]?.integer == 1)
    #expect(entry["low_confidence"]?.integer == 1)
    #expect(entry["low_confidence_permille"]?.integer == 250)
    #expect(entry["openings"]?.integer == 3)
    #expect(entry["openings_expired"]?.integer == 0)
    #expect((0...60_000).contains(entry["open_ms"]?.integer ?? -1))
    let other = try #require(devices.first { $0["_id"]?.string == park.otherExit.id })
    #expect(other["last_seen"]?.string == "" && other["clock_skew_ms"] == .null)
    #expect(other["reads"]?.integer == 0 && other["open_ms"] == .null)
  }

  @Test("Openings that nobody came for are counted", arguments: Stage.allCases)
  func lost(stage: Stage) throws {
    let park = try stage.park(.wait)
    let plate = Plates.fresh()
    try park.entry.camera.push(plate)
    #expect(try park.entry.permitEntry(plate).code == 0)
    try park.books.pass(seconds: 60)
    let entry = try #require(
      try park.ask("device/health").list("devices").first { $0["_id"]?.string == park.entry.id })
    #expect(entry["openings_expired"]?.integer == 1)
    #expect(entry["command_ms"] == .null)
  }
}
