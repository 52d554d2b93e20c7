import Parking
import Testing

@testable import Devices

@Suite("华夏 forms that the document does not show")
struct HuaxiaVariantTests {
  private static let event =
    "type=online&park_id=P001&cam_id=c-1&plate_num=%E8%8B%8FE88888&start_time=1700000000"
  private static let form = "application/x-www-form-urlencoded"

  static let variants = [
    Variant("no content type", event, type: nil),
    Variant("a charset", event, type: "\(form); charset=GBK"),
    Variant("the type of JSON", event, type: "application/json"),
    Variant("other letter case", event.replacing("plate_num", with: "Plate_Num"), type: form),
    Variant("a line end behind it", event + "\r\n", type: form),
    Variant("a byte order mark", "\u{FEFF}" + event, type: form),
    Variant("milliseconds", event + "000", type: form),
    Variant(
      "a date", event.replacing("1700000000", with: "2023-11-15+06%3A13%3A20"), type: form),
    Variant("empty pairs", "&&" + event.replacing("&", with: "&&"), type: form),
    Variant(
      "JSON", #"{"type":"online","cam_id":"c-1","plate_num":"苏E88888","start_time":1700000000}"#),
    Variant(
      "multipart",
      bytes: Variant.multipart([
        (#"Content-Disposition: form-data; name="type""#, Array("online".utf8)),
        (#"Content-Disposition: form-data; name="plate_num""#, Array("苏E88888".utf8)),
        (#"Content-Disposition: form-data; name="start_time""#, Array("1700000000".utf8)),
        (#"Content-Disposition: form-data; name="picture"; filename="1.jpg""#, Sample.jpeg),
      ]), type: "multipart/form-data; boundary=b"),
    Variant(
      "multipart in GBK with bare line feeds",
      bytes: Variant.multipart(
        lineEnd: "\n",
        [
          ("Content-Disposition: form-data; name=type", Array("online".utf8)),
          ("Content-Disposition: form-data; name=plate_num", Variant.gbkPlate),
          ("Content-Disposition: form-data; name=start_time", Array("1700000000".utf8)),
        ]), type: "multipart/form-data; boundary=b"),
    Variant("no type", String(event.dropFirst("type=online&".count)), type: form),
    Variant("an unknown type", event.replacing("online", with: "trigger"), type: form),
  ]

  @Test("lose no event", arguments: variants)
  func survives(variant: Variant) throws {
    let capture = try #require(
      try Huaxia.message(
        body: variant.body, contentType: variant.contentType, utcOffset: 28_800
      ).capture)
    #expect(capture.plate.key == "苏E88888")
    #expect(capture.capturedAt == Instant(seconds: 1_700_000_000))
    #expect(capture.eventID != nil)
  }

  @Test(
    "bring pictures in the usual alphabet too, escaped or not",
    arguments: ["/9j/+Q==", "%2F9j%2F%2BQ%3D%3D", "_9j_-Q..", "data:image/jpeg;base64,/9j/+Q=="])
  func pictures(text: String) throws {
    let message = try Huaxia.message(
      body: Array("\(Self.event)&picture=\(text)".utf8), contentType: Self.form, utcOffset: 0)
    #expect(message.capture?.pictures.first?.bytes == [0xFF, 0xD8, 0xFF, 0xF9])
  }

  @Test("of ports are inputs and serial data")
  func ports() throws {
    func read(_ body: String) throws -> DeviceMessage {
      try Huaxia.message(body: Array(body.utf8), contentType: Self.form, utcOffset: 0)
    }
    #expect(try read("type=gpio&ionum=io2&action=on") == .notice(.input(source: 1, value: 1)))
    #expect(try read("type=io&ionum=1&value=0") == .notice(.input(source: 0, value: 0)))
    #expect(
      try read("type=rs485&data=aGk.") == .notice(.serial(channel: 0, bytes: [0x68, 0x69])))
    #expect(try read("type=io") == .notice(.other("io")))
  }
}
