import Parking
import Testing

@testable import Devices

@Suite("Dahua events that the document does not show")
struct DahuaVariantTests {
  private static let event =
    #"{"Picture":{"Plate":{"PlateNumber":"苏E88888"},"SnapInfo":{"AccurateTime":"2025-05-02 17:55:52"},"#
    + #""NormalPic":{"PicName":"n1.jpg"}}}"#

  static let variants = [
    Variant(
      "other letter case",
      event.replacing("PlateNumber", with: "plateNumber")
        .replacing("Picture", with: "picture").replacing("SnapInfo", with: "snapInfo")),
    Variant("no Picture object", String(event.dropFirst(11).dropLast())),
    Variant(
      "the number beside the plate",
      event.replacing(#""Plate":{"PlateNumber":"苏E88888"}"#, with: #""PlateNumber":"苏E88888""#)),
    Variant(
      "a plate as an array",
      event.replacing(
        #"{"PlateNumber":"苏E88888"}"#,
        with: #"[{"PlateNumber":"苏E88888"}]"#)),
    Variant(
      "pictures as an array",
      event.replacing(#"{"Picture":"#, with: #"{"Picture":["#)
        .replacing("}}}", with: "}}]}")),
    Variant("an object around it", #"{"TollgateInfo":\#(event)}"#),
    Variant("slashes in the date", event.replacing("2025-05-02", with: "2025/05/02")),
    Variant("numbers of one digit", event.replacing("2025-05-02", with: "2025-5-2")),
    Variant("digits alone", event.replacing("2025-05-02 17:55:52", with: "20250502175552")),
    Variant("seconds since 1970", event.replacing("\"2025-05-02 17:55:52\"", with: "1746179752")),
    Variant("a zone", event.replacing("17:55:52", with: "09:55:52Z")),
    Variant(
      "a time beside it",
      event.replacing(
        #""SnapInfo":{"AccurateTime":"2025-05-02 17:55:52"}"#,
        with: #""AccurateTime":"2025-05-02 17:55:52""#)),
    Variant(
      "a relative picture name",
      event.replacing(
        #""PicName":"n1.jpg""#,
        with: #""PicName":"/mnt/sd/n1.jpg","Content":null"#)),
    Variant("a byte order mark", "\u{FEFF}" + event),
    Variant(
      "GBK",
      bytes: Array(event.split(separator: "苏E88888")[0].utf8) + Variant.gbkPlate
        + Array(event.split(separator: "苏E88888")[1].utf8), type: "application/json"),
    Variant(
      "a part beside its picture",
      bytes: Variant.multipart([
        (
          "Content-Type: application/json\r\nContent-Disposition: form-data; name=\"info\"",
          Array(event.utf8)
        ),
        ("Content-Type: image/jpeg\r\nContent-Disposition: form-data; name=\"pic\"", Sample.jpeg),
      ]), type: "multipart/form-data; boundary=b"),
    Variant(
      "XML with a namespace",
      "<?xml version=\"1.0\"?><d:Info xmlns:d=\"x\"><d:Picture><d:Plate>"
        + "<d:PlateNumber>苏E88888</d:PlateNumber></d:Plate><d:SnapInfo>"
        + "<d:AccurateTime>2025-05-02 17:55:52:000</d:AccurateTime></d:SnapInfo></d:Picture></d:Info>",
      type: "text/xml"),
  ]

  @Test("lose no event", arguments: variants)
  func survives(variant: Variant) throws {
    let capture = try #require(
      try Dahua.message(
        body: variant.body, contentType: variant.contentType, utcOffset: 28_800
      ).capture)
    #expect(capture.plate.key == "苏E88888")
    #expect(capture.capturedAt == Instant(seconds: 1_746_179_752))
    #expect(capture.eventID != nil)
  }
}
