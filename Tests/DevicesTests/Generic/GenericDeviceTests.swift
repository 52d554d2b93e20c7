import HTTP
import Parking
import Testing

@testable import Devices

@Suite("Generic devices")
struct GenericDeviceTests {
  private static let whole =
    #"{"event_id":"e-1","plate":"苏E88888","captured_at":"2026-11-22T10:00:00+08:00","#
    + #""replay":false,"turned_back":false,"confidence":0.98,"plate_color":"blue","#
    + #""picture":"/9j/2Q=="}"#

  @Test("An event is read whole")
  func whole() throws {
    let capture = try read(Self.whole)
    #expect(capture.vendor == .generic)
    #expect(capture.eventID == "e-1")
    #expect(capture.plateRaw == "苏E88888")
    #expect(capture.capturedAt == Instant(seconds: 1_795_312_800))
    #expect(!capture.isReplay && !capture.isTurnedBack)
    #expect(capture.confidence == 980)
    #expect(capture.plateColor == .blue)
    #expect(capture.pictures.map(\.bytes) == [Sample.jpeg])
    #expect(capture.droppedPictures == 0)
  }

  @Test(
    "Only the plate has to be there",
    arguments: [
      (#"{"plate":"苏E88888"}"#, "苏E88888"), (#"{"plate":""}"#, nil), (#"{"plate":null}"#, nil),
      (#"{"plate":"","event_id":null,"captured_at":"","replay":null,"confidence":null}"#, nil),
    ] as [(String, String?)])
  func minimal(body: String, plate: String?) throws {
    let capture = try read(body)
    var expected = Capture(vendor: .generic)
    expected.plateRaw = plate
    #expect(capture == expected)
    #expect((capture.plate.kind == .plateless) == (plate == nil))
  }

  @Test("The same event comes as a form, as a query and as multipart with a file")
  func forms() throws {
    let form =
      "event_id=e-1&plate=%E8%8B%8FE88888&captured_at=2026-11-22T10%3A00%3A00%2B08%3A00"
      + "&replay=false&turned_back=0&confidence=0.98&plate_color=blue&picture=%2F9j%2F2Q%3D%3D"
    let expected = try read(Self.whole)
    #expect(
      try read(form, type: "application/x-www-form-urlencoded") == expected)
    let query = Request(method: .get, query: Array(form.utf8))
    #expect(try GenericDevice.capture(Parameters(query)) == expected)
    var body = Array(
      ("--b\r\nContent-Disposition: form-data; name=\"plate\"\r\n\r\n苏E88888\r\n--b\r\n"
        + "Content-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n"
        + "Content-Type: image/jpeg\r\n\r\n").utf8)
    body += Sample.jpeg + Array("\r\n--b--\r\n".utf8)
    let multipart = try Parameters(
      Request(method: .post, contentType: "multipart/form-data; boundary=b", body: body))
    #expect(try GenericDevice.capture(multipart).pictures == expected.pictures)
  }

  @Test(
    "A field of the wrong type is an error that names it",
    arguments: [
      (#"{}"#, "plate"), (#"{"plate":true}"#, "plate"), (#"{"plate":["苏E88888"]}"#, "plate"),
      (#"{"plate":"a","event_id":{}}"#, "event_id"),
      (#"{"plate":"a","event_id":true}"#, "event_id"),
      (#"{"plate":"a","captured_at":"2026-11-22 10:00:00"}"#, "captured_at"),
      (#"{"plate":"a","captured_at":"2026-11-31T10:00:00Z"}"#, "captured_at"),
      (#"{"plate":"a","captured_at":1795312800}"#, "captured_at"),
      (#"{"plate":"a","replay":"maybe"}"#, "replay"), (#"{"plate":"a","replay":2}"#, "replay"),
      (#"{"plate":"a","turned_back":[]}"#, "turned_back"),
      (#"{"plate":"a","confidence":1.5}"#, "confidence"),
      (#"{"plate":"a","confidence":-0.1}"#, "confidence"),
      (#"{"plate":"a","confidence":"nan"}"#, "confidence"),
      (#"{"plate":"a","confidence":"+1"}"#, "confidence"),
      (#"{"plate":"a","confidence":"0x1p-1"}"#, "confidence"),
      (#"{"plate":"a","plate_color":{}}"#, "plate_color"),
      (#"{"plate":"a","picture":[]}"#, "picture"), (#"{"plate":"a","picture":false}"#, "picture"),
    ])
  func wrong(body: String, field: String) {
    let error = #expect(throws: DeviceError.self) { try read(body) }
    switch error {
    case .missing(let name), .malformed(let name, _): #expect(name == field)
    default: Issue.record("\(body): \(String(describing: error))")
    }
    #expect(error?.description.contains(field) == true)
  }

  @Test("An event id has at most 128 characters")
  func longEventID() throws {
    let id = String(repeating: "e", count: 128)
    #expect(try read(#"{"plate":"a","event_id":"\#(id)"}"#).eventID == id)
    #expect(throws: DeviceError.self) { try read(#"{"plate":"a","event_id":"\#(id)e"}"#) }
  }

  @Test("A plate of any length and kind is taken, cut to what is stored")
  func longPlate() throws {
    let text = String(repeating: "8", count: 100_000)
    let capture = try read(#"{"plate":"\#(text)"}"#)
    #expect(capture.plateRaw?.count == Capture.maximumPlateLength)
    #expect(capture.plate.kind == .unreadable)
  }

  @Test("A picture that is none is dropped and counted, a colour that is none is unknown")
  func dropped() throws {
    let capture = try read(#"{"plate":"苏E88888","picture":"%%","plate_color":"pink"}"#)
    #expect(capture.plateRaw == "苏E88888")
    #expect(capture.droppedPictures == 1)
    #expect(capture.plateColor == nil)
  }

  private func read(_ body: String, type: String = "application/json") throws -> Capture {
    let request = Request(method: .post, contentType: type, body: Array(body.utf8))
    return try GenericDevice.capture(Parameters(request))
  }
}
