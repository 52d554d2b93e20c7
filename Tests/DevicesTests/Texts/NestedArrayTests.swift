import HTTP
import Testing

@testable import Devices

/// Looking twice into each array takes minutes at this depth, looking once takes microseconds.
@Suite("Arrays within arrays")
struct NestedArrayTests {
  private static let depth = 30
  private static let limit = Duration.seconds(5)

  private static func nested(_ inner: String) -> String {
    String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)
  }

  @Test("A field is found through all of them at once, and one that is not there is not")
  func fields() throws {
    let text = #"{"a":\#(Self.nested(#"{"b":7}"#))}"#
    let json = try JSON.parse(Array(text.utf8), maximumDepth: 64)
    let begin = ContinuousClock.now
    #expect(json.at("a", "b")?.looseInteger == 7)
    #expect(json.at("a", "c") == nil)
    #expect(json.descendant("b")?.looseInteger == 7)
    #expect(json.descendant("c") == nil)
    #expect(ContinuousClock.now - begin < Self.limit)
  }

  @Test(
    "A camera's message is read through all of them at once",
    arguments: [
      (
        DeviceVendor.vzenith, "AlarmInfoPlate",
        #"{"result":{"PlateResult":{"license":"苏E88888"}}}"#
      ),
      (.dahua, "Picture", #"{"Plate":{"PlateNumber":"苏E88888"}}"#),
    ])
  func messages(vendor: DeviceVendor, member: String, event: String) throws {
    let camera = try #require(vendor.camera)
    let body = Array(#"{"\#(member)":\#(Self.nested(event))}"#.utf8)
    let begin = ContinuousClock.now
    let message = try camera.message(
      body: body, contentType: "application/json", utcOffset: 28_800)
    #expect(ContinuousClock.now - begin < Self.limit)
    guard case .capture(let capture) = message else {
      Issue.record("no capture: \(message)")
      return
    }
    #expect(capture.plateRaw == "苏E88888")
  }
}
