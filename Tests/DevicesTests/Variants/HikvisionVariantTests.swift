import Parking
import Testing

@testable import Devices

@Suite("Hikvision events that the document does not show")
struct HikvisionVariantTests {
  private static let event =
    "<EventNotificationAlert><dateTime>2024-01-19T11:17:19+08:00</dateTime>"
    + "<eventType>ANPR</eventType><ANPR><licensePlate>苏E88888</licensePlate></ANPR>"
    + "<UUID>u-1</UUID></EventNotificationAlert>"
  private static let xml = "Content-Disposition: form-data; name=\"anpr.xml\""
  private static let picture = "Content-Type: image/jpeg"

  static let variants = [
    Variant(
      "a declaration in GBK",
      bytes: Array("<?xml version=\"1.0\" encoding=\"GBK\"?>".utf8)
        + Array(event.split(separator: "苏E88888")[0].utf8) + Variant.gbkPlate
        + Array(event.split(separator: "苏E88888")[1].utf8), type: "application/xml"),
    Variant("UTF-16", bytes: Variant.utf16(event), type: "application/xml"),
    Variant("white space in front", "\r\n\r\n  " + event, type: nil),
    Variant("spaces in texts", event.replacing("苏E88888", with: "\r\n  苏E88888\t"), type: nil),
    Variant(
      "other letter case",
      event.replacing("licensePlate", with: "LicensePlate")
        .replacing("ANPR<", with: "anpr<"), type: nil),
    Variant("another event type", event.replacing("ANPR<", with: "vehicleDetection<"), type: nil),
    Variant("no event type", event.replacing("<eventType>ANPR</eventType>", with: ""), type: nil),
    Variant(
      "no ANPR element", event.replacing("<ANPR>", with: "").replacing("</ANPR>", with: ""),
      type: nil),
    Variant(
      "the original plate alone", event.replacing("licensePlate", with: "originalLicensePlate"),
      type: nil),
    Variant("a time without a zone", event.replacing("+08:00", with: ""), type: nil),
    Variant("an offset without a colon", event.replacing("+08:00", with: "+0800"), type: nil),
    Variant(
      "empty elements and attributes",
      event.replacing(
        "<ANPR>",
        with: "<ANPR version='2.0'><country/><line></line><vehicleInfo a=\"b\"/>"), type: nil),
    Variant("a cut end", String(event.dropLast(30)), type: nil),
    Variant(
      "extra parts around it",
      bytes: Variant.multipart([
        (picture, Sample.jpeg), ("Content-Type: text/plain", Array("vehicle".utf8)),
        ("Content-Type: application/xml", Array("<Other><x>1</x></Other>".utf8)),
        (xml, Array(event.utf8)), (picture + "\r\nContent-Length: 0", []),
      ]), type: "multipart/form-data; boundary=b"),
    Variant(
      "bare line feeds",
      bytes: Variant.multipart(
        lineEnd: "\n",
        [
          (xml, Array(event.utf8)), (picture, Sample.jpeg),
        ]), type: "multipart/mixed; boundary=b"),
    Variant(
      "another boundary in the header",
      bytes: Variant.multipart(
        boundary: "boundary",
        [
          (xml, Array(event.utf8))
        ]), type: "multipart/form-data; boundary=MIME_boundary"),
    Variant(
      "a preamble",
      bytes: Array("this is multipart\r\n".utf8)
        + Variant.multipart([(xml, Array(event.utf8))]), type: "multipart/form-data; boundary=\"b\""
    ),
    Variant(
      "JSON",
      #"{"EventNotificationAlert":{"dateTime":"2024-01-19T11:17:19+08:00","#
        + #""ANPR":{"licensePlate":"苏E88888"},"UUID":"u-1"}}"#),
    Variant(
      "JSON in a part",
      bytes: Variant.multipart([
        (
          "Content-Type: application/json",
          Array(
            #"{"dateTime":"2024-01-19T11:17:19+08:00","licensePlate":"苏E88888","UUID":"u-1"}"#.utf8)
        )
      ]), type: "multipart/form-data; boundary=b"),
  ]

  @Test("lose no event", arguments: variants)
  func survives(variant: Variant) throws {
    let capture = try #require(
      try Hikvision.message(
        body: variant.body, contentType: variant.contentType, utcOffset: 28_800
      ).capture)
    #expect(capture.plate.key == "苏E88888")
    #expect(capture.capturedAt == Instant(seconds: 1_705_634_239))
    if !variant.testDescription.hasPrefix("a cut end") { #expect(capture.eventID == "u-1") }
  }

  @Test("A heartbeat with an empty plate stays one")
  func heartbeat() throws {
    let body = "<E><eventType>heartBeat</eventType><licensePlate>x</licensePlate></E>"
    let message = try Hikvision.message(
      body: Array(body.utf8), contentType: nil, utcOffset: 0)
    #expect(message == .heartbeat(Heartbeat()))
  }
}
