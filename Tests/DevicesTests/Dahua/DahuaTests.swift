import Parking
import Testing

@testable import Devices

@Suite("Dahua cameras")
struct DahuaTests {
  @Test("The sample is read whole, its time by the park's clock")
  func sample() throws {
    let capture = try #require(try read(Sample.text("dahua-tollgate.json")).capture)
    #expect(capture.vendor == .dahua)
    #expect(capture.eventID == "n1.jpg/2025-05-02 17:55:52.123/苏E88888")
    #expect(capture.plateRaw == "苏E88888")
    #expect(capture.plateColor == .blue)
    #expect(capture.confidence == 950)
    #expect(capture.direction == .approaching)
    #expect(capture.capturedAt == Instant(microseconds: 1_746_179_752_123_000))
    #expect(capture.pictures.map(\.kind) == [.scene, .plate, .vehicle])
    #expect(capture.droppedPictures == 0)
  }

  @Test("XML of the same names says the same")
  func xml() throws {
    let body =
      "<Root><Picture><Plate><PlateNumber>苏E88888</PlateNumber><IsExist>true</IsExist></Plate>"
      + "<SnapInfo><AccurateTime>2025-05-02 17:55:52.123</AccurateTime></SnapInfo></Picture></Root>"
    let capture = try #require(try read(body).capture)
    #expect(capture.plateRaw == "苏E88888")
    #expect(capture.capturedAt == Instant(microseconds: 1_746_179_752_123_000))
  }

  @Test(
    "A plate that does not exist is none",
    arguments: [
      (#""PlateNumber":"苏E88888","IsExist":false"#, nil),
      (#""PlateNumber":"苏E88888","IsExist":"0""#, nil),
      (#""PlateNumber":"""#, nil), (#""PlateNumber":"苏E88888""#, "苏E88888"),
      (#""PlateNumber":"苏E88888","IsExist":null"#, "苏E88888"),
    ] as [(String, String?)])
  func exists(fields: String, plate: String?) throws {
    let capture = try #require(try read(#"{"Picture":{"Plate":{"# + fields + "}}}").capture)
    #expect(capture.plateRaw == plate)
  }

  @Test(
    "Confidence may be of any type and of two scales",
    arguments: [("95", 950), ("\"95\"", 950), ("255", 1000), ("127.5", 500), ("[]", nil)])
  func confidence(value: String, perMille: Int?) throws {
    let body = #"{"Picture":{"Plate":{"Confidence":"# + value + "}}}"
    #expect(try #require(try read(body).capture).confidence == perMille)
  }

  @Test("Anything else is a sign of life")
  func heartbeats() throws {
    #expect(try read("") == .heartbeat(Heartbeat()))
    #expect(try read(#"{"DeviceID":"D1"}"#) == .heartbeat(Heartbeat(serialNumber: "D1")))
    #expect(throws: DeviceError.self) { try read("hello") }
  }

  @Test("The reply says that the event was taken")
  func reply() {
    let capture = Capture(vendor: .dahua)
    #expect(Dahua.reply(to: capture, DeviceDecision(open: true)).text == #"{"Result":true}"#)
    #expect(Dahua.reply(toHeartbeat: nil).text == #"{"Result":true}"#)
    #expect(!Dahua.opensOnReply && !Dahua.opensOnHeartbeat)
  }

  private func read(_ body: String) throws -> DeviceMessage {
    try Dahua.message(body: Array(body.utf8), contentType: nil, utcOffset: 28_800)
  }
}
