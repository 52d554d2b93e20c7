import Parking
import Testing

@testable import Devices

@Suite("Vzenith pushes that the document does not show")
struct VzenithVariantTests {
  private static let event =
    #"{"AlarmInfoPlate":{"serialno":"s-1","result":{"PlateResult":{"license":"苏E88888","plateid":7,"#
    + #""timeStamp":{"Timeval":{"sec":1686299994,"usec":5}}}}}}"#

  static let variants = [
    Variant("numbers as texts", event.replacing(":7,", with: #":"7","#)),
    Variant(
      "other letter case",
      event.replacing("PlateResult", with: "plateResult")
        .replacing("AlarmInfoPlate", with: "alarmInfoPlate").replacing("license", with: "License")),
    Variant("white space in names", event.replacing("\"license\"", with: "\" license \"")),
    Variant(
      "objects in arrays",
      event.replacing(#":{"license""#, with: #":[{"license""#)
        .replacing("}}}}}}", with: "}}}]}}}")),
    Variant("an array around it", "[\(event)]"),
    Variant(
      "no result object",
      event.replacing(#""result":{"PlateResult":{"#, with: "")
        .replacing("}}}}}}", with: "}}}}")),
    Variant(
      "no PlateResult object",
      event.replacing(#"{"PlateResult":{"#, with: "{")
        .replacing("}}}}}}", with: "}}}}}")),
    Variant(
      "no AlarmInfoPlate object",
      event.replacing(#"{"AlarmInfoPlate":"#, with: "")
        .replacing("}}}}}}", with: "}}}}}")),
    Variant("a byte order mark", "\u{FEFF}" + event),
    Variant("UTF-16", bytes: Variant.utf16(event), type: nil),
    Variant("CRLF and tabs between", event.replacing(",", with: "\r\n\t,\r\n\t")),
    Variant("another content type", event, type: "application/x-www-form-urlencoded"),
    Variant("text/plain", event, type: "text/plain; charset=gbk"),
    Variant(
      "a field of a form", "json=" + event.replacing(":", with: "%3A"),
      type: "application/x-www-form-urlencoded"),
    Variant(
      "a part beside its picture",
      bytes: Variant.multipart([
        (#"Content-Disposition: form-data; name="info""#, Array(event.utf8)),
        (#"Content-Disposition: form-data; name="imageFile"; filename="a.jpg""#, Sample.jpeg),
      ]), type: "multipart/form-data; boundary=b"),
    Variant(
      "a relative image name",
      event.replacing(
        #""plateid""#,
        with: #""imagePath":"20230609/01.jpg","imageFile":null,"plateid""#)),
    Variant(
      "GBK",
      bytes: Array(event.split(separator: "苏E88888")[0].utf8) + Variant.gbkPlate
        + Array(event.split(separator: "苏E88888")[1].utf8), type: "application/json"),
    Variant("U+0000 behind the text", event + "\0"),
    Variant("an escaped plate", event.replacing("苏", with: #"\u82CF"#)),
    Variant(
      "strange neighbours",
      event.replacing(
        #""plateid""#,
        with: #""location":[],"gioouts":{"ionum":0},"colorType":"blue","type":null,"plateid""#)),
  ]

  @Test("lose no event", arguments: variants)
  func survives(variant: Variant) throws {
    let capture = try #require(
      try Vzenith.message(
        body: variant.body, contentType: variant.contentType, utcOffset: 28_800
      ).capture)
    #expect(capture.plate.key == "苏E88888")
    #expect(capture.capturedAt == Instant(microseconds: 1_686_299_994_000_005))
    #expect(capture.recordID == 7)
    #expect(capture.eventID?.hasSuffix("/7/1686299994/5") == true)
  }

  @Test(
    "have their time in seconds, milliseconds or, without either, in local parts",
    arguments: [
      (#""timeStamp":{"sec":"1686299994"}"#, 1_686_299_994_000_000),
      (#""timeStamp":1686299994"#, 1_686_299_994_000_000),
      (#""timeStamp":{"Timeval":{"sec":1686299994123}}"#, 1_686_299_994_123_000),
      (#""timeStamp":{"Timeval":{"sec":1686299994,"usec":"x"}}"#, 1_686_299_994_000_000),
      (
        #""timeStamp":{"Timeval":{"decyear":2023,"decmon":6,"decday":9,"dechour":16,"decmin":39,"decsec":54}}"#,
        1_686_299_994_000_000
      ),
    ] as [(String, Int64)])
  func times(fields: String, microseconds: Int64) throws {
    let body = #"{"AlarmInfoPlate":{"result":{"PlateResult":{"# + fields + "}}}}"
    let message = try Vzenith.message(
      body: Array(body.utf8), contentType: nil, utcOffset: 28_800)
    #expect(message.capture?.capturedAt == Instant(microseconds: microseconds))
    #expect(message.capture?.eventID != nil)
  }

  @Test("bring the pictures of other parts and tell colours in words")
  func pictures() throws {
    let body = Variant.multipart([
      (#"Content-Disposition: form-data; name="json""#, Array(Self.event.utf8)),
      (#"Content-Disposition: form-data; name="imageFile""#, Sample.jpeg),
      (#"Content-Disposition: form-data; name="imageFragmentFile""#, Sample.jpeg),
    ])
    let capture = try #require(
      try Vzenith.message(body: body, contentType: "multipart/form-data", utcOffset: 0).capture)
    #expect(capture.pictures.map(\.kind) == [.scene, .plate])
  }

  @Test("of a barrier's state are told apart from what nobody knows")
  func barrier() throws {
    let body = Array(#"{"BarrierStatus":{"status":1}}"#.utf8)
    let message = try Vzenith.message(body: body, contentType: nil, utcOffset: 0)
    #expect(message == .notice(.barrier("BarrierStatus")))
  }
}
