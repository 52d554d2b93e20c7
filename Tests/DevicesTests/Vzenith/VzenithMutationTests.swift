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
}
