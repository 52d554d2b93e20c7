import Foundation
import Parking
import Testing

@testable import Devices

@Suite("华夏 cameras")
struct HuaxiaTests {
  @Test("A form with the vendor's own base64 is read whole")
  func sample() throws {
    let capture = try #require(try read(Sample.text("huaxia-online.txt")).capture)
    #expect(capture.vendor == .huaxia)
    #expect(capture.eventID == "P001/00-11-22-33-44-55/1700000000/苏E88888")
    #expect(capture.plateRaw == "苏E88888")
    #expect(capture.plateColor == .blue)
    #expect(capture.capturedAt == Instant(seconds: 1_700_000_000))
    #expect(!capture.isReplay)
    #expect(capture.pictures.map(\.kind) == [.scene, .plate])
    #expect(capture.pictures.allSatisfy { $0.bytes == Sample.jpeg })
  }

  @Test(
    "The plate is read from UTF-8, GBK, unescaped bytes and JSON",
    arguments: [
      "type=online&plate_num=%E8%8B%8FE88888", "type=online&plate_num=%CB%D5E88888",
      "type=online&plate_num=苏E88888", #"{"type":"online","plate_num":"苏E88888"}"#,
      "plate_num=苏E88888", "&&=&type=ONLINE&plate_num=%e8%8b%8fE88888&picture=%zz",
    ])
  func plates(body: String) throws {
    #expect(try read(body).capture?.plateRaw == "苏E88888")
  }

  @Test("A stored record is a replay, and a vehicle without a plate has none")
  func replays() throws {
    let capture = try read("type=offline&plate_num=无牌车&start_time=0").capture
    #expect(capture?.isReplay == true)
    #expect(capture?.plate.kind == .plateless)
    #expect(capture?.capturedAt == nil)
    #expect(capture?.eventID == nil)
    #expect(try read("type=online&plate_num=").capture?.plate.kind == .plateless)
  }

  @Test("A heartbeat is one, and reports of ports are notices")
  func others() throws {
    #expect(
      try read("type=heartbeat&park_id=P001&cam_id=c-1")
        == .heartbeat(Heartbeat(serialNumber: "c-1")))
    #expect(try read("type=io&x=1") == .notice(.other("io")))
    #expect(throws: DeviceError.empty) { try read("") }
  }

  @Test("The first output opens, for a live vehicle and a waiting opening alone")
  func replies() {
    let open = DeviceDecision(open: true)
    let shut = #"{"error_num":0,"error_str":"no error","gpio_data":[]}"#
    let opened =
      #"{"error_num":0,"error_str":"no error","gpio_data":[{"ionum":"io1","action":"on"}]}"#
    var capture = Capture(vendor: .huaxia)
    #expect(Huaxia.reply(to: capture, open).text == opened)
    #expect(Huaxia.reply(to: capture, .shut).text == shut)
    capture.isReplay = true
    #expect(Huaxia.reply(to: capture, open).text == shut)
    #expect(Huaxia.reply(toHeartbeat: nil).text == shut)
    #expect(Huaxia.reply(toHeartbeat: DeviceCommand(commandID: "1")).text == opened)
    #expect(Huaxia.replyToNotice().text == shut)
  }

  private func read(_ body: String) throws -> DeviceMessage {
    try Huaxia.message(
      body: Array(body.utf8), contentType: "application/x-www-form-urlencoded", utcOffset: 0)
  }
}
