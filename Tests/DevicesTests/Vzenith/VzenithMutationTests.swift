import HTTP
import Testing

@testable import Devices

@Suite("Vzenith bodies under change")
struct VzenithMutationTests {
  @Test("Any other field may be anything, and the plate is read")
  func fields() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("vzenith fields: seed \(seed)")
    var source = SeededSource(seed: seed)
    let sample = try JSON.parse(Sample.bytes("vzenith-push.json"))
    for _ in 0..<2000 {
      var writer = JSONWriter()
      JSONMutation.mutated(
        sample,
        keeping: ["AlarmInfoPlate", "result", "PlateResult", "license", "type", "triggerType"],
        &source
      ).encode(to: &writer)
      let message = try Vzenith.message(body: writer.bytes, contentType: nil, utcOffset: 0)
      #expect(message.capture?.plateRaw == "粤Z9065澳", "seed \(seed)")
    }
  }

  @Test("Damaged bytes end in a message or an error, never otherwise")
  func bytes() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("vzenith bytes: seed \(seed)")
    var source = SeededSource(seed: seed)
    let samples = try ["vzenith-push.json", "vzenith-plateless.json", "vzenith-heartbeat.txt"]
      .map(Sample.bytes)
    for round in 0..<6000 {
      var body = samples[round % samples.count]
      for _ in 0..<Int.random(in: 1...8, using: &source) {
        ByteMutation.apply(to: &body, &source)
      }
      let message = try? Vzenith.message(body: body, contentType: nil, utcOffset: 0)
      if let capture = message?.capture {
        #expect(capture.plateRaw?.unicodeScalars.contains("\0") != true, "seed \(seed)")
        #expect(capture.eventID?.unicodeScalars.contains("\0") != true, "seed \(seed)")
      }
    }
  }

  @Test(
    "A large body is read in time linear in its length", arguments: ["{", "[", "\"", "\\", ","])
  func large(unit: String) {
    let body = Array((#"{"a":"# + String(repeating: unit, count: 4_000_000)).utf8)
    let took = ContinuousClock().measure {
      _ = try? Vzenith.message(body: body, contentType: nil, utcOffset: 0)
    }
    #expect(took < .seconds(20))
  }
}
