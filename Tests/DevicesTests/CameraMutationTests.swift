import Testing

@testable import Devices

@Suite("Bodies of every camera under damage")
struct CameraMutationTests {
  private static let samples = [
    "vzenith-push.json", "vzenith-plateless.json", "vzenith-heartbeat.txt", "huaxia-online.txt",
    "hikvision-anpr.xml", "hikvision-tcg405.xml", "dahua-tollgate.json",
  ]

  @Test(
    "Damaged bytes end in a message or an error, and no U+0000 comes through",
    arguments: DeviceVendor.allCases.filter { $0 != .generic })
  func damaged(vendor: DeviceVendor) throws {
    let camera = try #require(vendor.camera)
    let seed = UInt64.random(in: 0...UInt64.max)
    print("\(vendor) bytes: seed \(seed)")
    var source = SeededSource(seed: seed)
    let samples = try Self.samples.map(Sample.bytes)
    for round in 0..<4000 {
      var body = samples[round % samples.count]
      for _ in 0..<Int.random(in: 1...8, using: &source) { ByteMutation.apply(to: &body, &source) }
      let type = ["application/json", "multipart/form-data", nil].randomElement(using: &source)
      let message = try? camera.message(
        body: body, contentType: type ?? nil, utcOffset: 28_800)
      guard let capture = message?.capture else { continue }
      #expect(capture.vendor == vendor)
      for text in [capture.plateRaw, capture.eventID] {
        #expect(text?.unicodeScalars.contains("\0") != true, "seed \(seed)")
      }
      #expect((0...1000).contains(capture.confidence ?? 0), "seed \(seed)")
      #expect((capture.eventID ?? "").unicodeScalars.count <= Capture.maximumEventIDLength)
    }
  }

  @Test(
    "A large body is read in time linear in its length",
    arguments: DeviceVendor.allCases.filter { $0 != .generic })
  func large(vendor: DeviceVendor) throws {
    let camera = try #require(vendor.camera)
    for unit in ["{", "[", "\"", "\\", "<a>", "</a>", "<!--", "&amp;", "&", "a=b&", "--x\r\n", "-"]
    {
      let count = 50_000 / unit.utf8.count
      for start in [#"{"a":"#, #"{"a":""#, "<a>", "--\(unit)\r\n", ""] {
        let body = Array((start + String(repeating: unit, count: count)).utf8)
        let took = ContinuousClock().measure {
          _ = try? camera.message(body: body, contentType: "multipart/x", utcOffset: 0)
        }
        #expect(took < .seconds(20), "\(start) and \(unit)")
      }
    }
  }
}
