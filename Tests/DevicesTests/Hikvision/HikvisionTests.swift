import Parking
import Testing

@testable import Devices

@Suite("Hikvision cameras")
struct HikvisionTests {
  @Test("The bare XML is read whole")
  func sample() throws {
    let capture = try #require(try read(Sample.bytes("hikvision-anpr.xml")).capture)
    #expect(capture.vendor == .hikvision)
    #expect(
      capture.eventID == "2024011911172144900FlERIduqg06eKsYuvLX072NugIxaHw22mHG5D5KBmWqX")
    #expect(capture.plateRaw == "PECT600")
    #expect(capture.plateColor == nil)
    #expect(capture.confidence == 970)
    #expect(capture.characterConfidence == Array(repeating: 990, count: 7))
    #expect(capture.direction == .leaving)
    #expect(capture.capturedAt == Instant(seconds: 1_705_634_239))
    #expect(!capture.isReplay)
  }

  @Test("The other shape has fractions, another namespace and is sent again")
  func otherShape() throws {
    let capture = try #require(try read(Sample.bytes("hikvision-tcg405.xml")).capture)
    #expect(capture.plate.kind == .nevSmall)
    #expect(capture.plateColor == .green)
    #expect(capture.confidence == 885)
    #expect(capture.characterConfidence.last == 920)
    #expect(capture.capturedAt == Instant(microseconds: 1_715_078_883_847_000))
    #expect(capture.isReplay)
  }

  @Test("Multipart brings the pictures, whatever the parts are called")
  func multipart() throws {
    let heads = [
      "Content-Disposition: form-data; name=\"anpr.xml\"; filename=\"anpr.xml\"",
      "Content-Type: text/xml",
    ]
    for head in heads {
      var body = Array("--boundary\r\n\(head)\r\n\r\n".utf8)
      body += try Sample.bytes("hikvision-anpr.xml")
      body += Array(
        ("\r\n--boundary\r\nContent-Disposition: form-data; "
          + "name=\"licensePlatePicture.jpg\"\r\nContent-Type: application/octet-stream\r\n\r\n")
          .utf8)
      body += Sample.jpeg + Array("\r\n--boundary\r\nContent-Length: 0\r\n\r\n\r\n".utf8)
      body += Array("--boundary\r\nContent-Type: image/jpeg\r\n\r\n".utf8)
      body += Sample.jpeg + Array("\r\n--boundary--\r\n".utf8)
      let capture = try #require(try read(body, "multipart/form-data; boundary=boundary").capture)
      #expect(capture.plateRaw == "PECT600")
      #expect(capture.pictures.map(\.kind) == [.plate, .scene])
      #expect(capture.pictures.allSatisfy { $0.bytes == Sample.jpeg })
      #expect(capture.droppedPictures == 0)
    }
  }

  @Test(
    "Prefixes, older names and references are read",
    arguments: [
      "<n:E xmlns:n='http://www.std-cgi.com/ver10/XMLSchema'><n:licensePlate>苏E88888</n:licensePlate></n:E>",
      "<E><eventType>ANPR</eventType><ANPR><plateNumber>苏E88888</plateNumber></ANPR></E>",
      "<E><ANPR><plate>&#33487;E8&#x38;888</plate></ANPR></E>",
      "<E><licensePlate><![CDATA[苏E88888]]></licensePlate></E>",
      "<E><!-- <licensePlate>no</licensePlate> --><licensePlate a='>' >苏E88888",
      "\u{FEFF}<?xml version='1.0'?>\n<E><a/><b><licensePlate>苏E88888</licensePlate></E>",
    ])
  func names(body: String) throws {
    #expect(try read(Array(body.utf8)).capture?.plateRaw?.hasSuffix("苏E88888") == true)
  }

  @Test("Without a plate it is plateless, and without an id of the event the picture's counts")
  func plateless() throws {
    let unknown = "<E><eventType>ANPR</eventType><licensePlate>unknown</licensePlate></E>"
    #expect(try read(Array(unknown.utf8)).capture?.plate.kind == .plateless)
    let missing = "<E><eventType>ANPR</eventType><pId>p-1</pId></E>"
    let capture = try #require(try read(Array(missing.utf8)).capture)
    #expect(capture.plate.kind == .plateless)
    #expect(capture.eventID == "p-1")
  }

  @Test("History is a replay by either of its names")
  func replays() throws {
    for field in [
      "<alarmDataType>1</alarmDataType>", "<isDataRetransmission>1</isDataRetransmission>",
    ] {
      let body = "<E><licensePlate>苏E88888</licensePlate>\(field)</E>"
      #expect(try read(Array(body.utf8)).capture?.isReplay == true)
    }
  }

  @Test("A document type is refused, and so is what is no XML")
  func refused() {
    for body in [
      "<!DOCTYPE E [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><E><licensePlate>&x;</licensePlate></E>",
      "<E><!ENTITY x 'y'><licensePlate>苏E88888</licensePlate></E>", "{}", "<", "hello",
    ] {
      #expect(throws: DeviceError.self) { try read(Array(body.utf8)) }
    }
  }

  @Test("Other events are heartbeats or notices")
  func others() throws {
    let beat = "<E><eventType>heartBeat</eventType><macAddress>m-1</macAddress></E>"
    #expect(try read(Array(beat.utf8)) == .heartbeat(Heartbeat(serialNumber: "m-1")))
    let motion = "<E><eventType>VMD</eventType></E>"
    #expect(try read(Array(motion.utf8)) == .notice(.other("vmd")))
  }

  @Test("The reply is empty")
  func reply() {
    #expect(!Hikvision.opensOnReply && !Hikvision.opensOnHeartbeat)
    let capture = Capture(vendor: .hikvision)
    #expect(Hikvision.reply(to: capture, DeviceDecision(open: true)).body.isEmpty)
    #expect(Hikvision.reply(toHeartbeat: nil).body.isEmpty)
    #expect(Hikvision.replyToNotice().body.isEmpty)
  }

  private func read(_ body: [UInt8], _ type: String? = nil) throws -> DeviceMessage {
    try Hikvision.message(body: body, contentType: type, utcOffset: 28_800)
  }
}
