import HTTP
import Testing

@testable import Devices

@Suite("Arrays within arrays")
struct NestedArrayTests {
  /// A member of 60 arrays, one within the other, as deep as a body may go.
  private static func body(_ member: String, around inner: String) -> [UInt8] {
    let (open, close) = (String(repeating: "[", count: 60), String(repeating: "]", count: 60))
    return Array("{\"\(member)\":\(open)\(inner)\(close)}".utf8)
  }

  @Test("A field is found through all of them, at once", .timeLimit(.minutes(1)))
  func found() throws {
    let json = try JSON.parse(Self.body("a", around: #"{"b":7}"#), maximumDepth: 64)
    #expect(json.at("a", "b")?.looseInteger == 7)
    #expect(json.at("a", "c") == nil)
    #expect(json.descendant("b")?.looseInteger == 7)
    #expect(json.descendant("c") == nil)
  }

  @Test(
    "No camera's message keeps the decoder",
    .timeLimit(.minutes(1)),
    arguments: [
      (DeviceVendor.vzenith, "AlarmInfoPlate"), (.vzenith, "heartbeat"), (.dahua, "Picture"),
      (.hikvision, "EventNotificationAlert"), (.huaxia, "type"),
    ])
  func messages(vendor: DeviceVendor, member: String) throws {
    let camera = try #require(vendor.camera)
    for type in [nil, "application/json", "application/x-www-form-urlencoded"] {
      // What it makes of it is of no interest here, only that it ends.
      _ = try? camera.message(
        body: Self.body(member, around: "{}"), contentType: type, utcOffset: 28_800)
    }
  }
}
