import HTTP
import Parking
import Testing

@testable import Devices

@Suite("Vzenith pushes")
struct VzenithPushTests {
  @Test("The document's sample is read whole")
  func sample() throws {
    let capture = try #require(try read(Sample.text("vzenith-push.json")))
    #expect(capture.vendor == .vzenith)
    #expect(capture.eventID == "fe71e106-57263272/21085/1686299994/687772")
    #expect(capture.recordID == 21085)
    #expect(capture.capturedAt == Instant(microseconds: 1_686_299_994_687_772))
    #expect(capture.plateRaw == "粤Z9065澳")
    #expect(capture.plate.kind == .hkMacau)
    #expect(capture.plateColor == .black)
    #expect(capture.confidence == 960)
    #expect(!capture.isReplay && !capture.isTurnedBack && !capture.isFake)
    #expect(capture.gateAlreadyOpened == .none)
    #expect(capture.pictures.map(\.kind) == [.scene, .plate])
    #expect(capture.pictures.map(\.mediaType) == ["image/jpeg", "image/jpeg"])
    #expect(capture.droppedPictures == 0)
  }

  @Test("The second sample has no plate, an output's number as a number, and a wrong local year")
  func plateless() throws {
    let capture = try #require(try read(Sample.text("vzenith-plateless.json")))
    #expect(capture.plateRaw == "_无_")
    #expect(capture.plate.kind == .plateless)
    #expect(capture.capturedAt == Instant(microseconds: 1_441_815_171_672_241))
    #expect(capture.gateAlreadyOpened == .server)
    #expect(capture.direction == .approaching)
    #expect(capture.pictures.isEmpty && capture.droppedPictures == 0)
  }

  @Test(
    "The plate is read wherever and however it stands",
    arguments: [
      (#""license":88888"#, "88888"), (#""license":" 苏E88888 ""#, " 苏E88888 "),
      (#""license":"苏E88888","plateid":"7","serialno":1"#, "苏E88888"),
      (#""license":null,"plates":[{"license":"苏E88888"}]"#, "苏E88888"),
      (#""type":31,"license":"苏E88888""#, nil), (#""type":"31""#, nil), (#""type":1"#, nil),
      (#""license":{"a":1}"#, nil), (#""license":"""#, nil),
    ] as [(String, String?)])
  func plates(fields: String, plate: String?) throws {
    #expect(try #require(try readResult(fields)).plateRaw == plate)
  }

  @Test("Newer firmware gives the event an id, and without a time there is none")
  func eventIDs() throws {
    #expect(try #require(try readResult(#""record_uuid":"u-1""#)).eventID == "u-1")
    #expect(try #require(try readResult(#""license":"苏E88888","plateid":1"#)).eventID == nil)
    let time = #""plateid":1,"timeStamp":{"Timeval":{"sec":"7"}}"#
    #expect(try #require(try readResult(time)).eventID == "/1/7/")
    let long = String(repeating: "u", count: 129)
    #expect(try #require(try readResult(#""record_uuid":"\#(long)""#)).eventID == nil)
  }

  @Test("Flags may be numbers, texts or truth values")
  func flags() throws {
    for value in ["1", "\"1\"", "true", "\"true\""] {
      #expect(try #require(try readResult(#""isoffline":"# + value)).isReplay)
      #expect(try #require(try readResult(#""is_fake_plate":"# + value)).isFake)
    }
    for value in ["0", "\"0\"", "false", "null", "[]", "\"\""] {
      #expect(!(try #require(try readResult(#""isoffline":"# + value)).isReplay))
      #expect(!(try #require(try readResult(#""is_fake_plate":"# + value)).isFake))
    }
    #expect(try #require(try readResult(#""type":29"#)).isFake)
    #expect(try #require(try readResult(#""triggerType":"66""#)).isTurnedBack)
    #expect(!(try #require(try readResult(#""triggerType":1"#)).isTurnedBack))
  }

  @Test("A barrier opened by the camera's own list is told apart from one opened by a server")
  func openings() throws {
    let both = #""gioouts":[{"ionum":"0","ctrltype":"1"},{"ionum":"1","ctrltype":2}]"#
    #expect(try readResult(both)?.gateAlreadyOpened == .deviceOfflineList)
    #expect(try readResult(#""gioouts":[{"ctrltype":1}]"#)?.gateAlreadyOpened == .server)
    #expect(try readResult(#""gioouts":"none""#)?.gateAlreadyOpened == Capture.GateOpening.none)
  }

  @Test("A picture that is none is dropped and counted, and loses nothing else")
  func badPictures() throws {
    for picture in [#""no base64!""#, #""AAAA""#, #""data:image/jpeg;base64,////""#] {
      let capture = try readResult(#""license":"苏E88888","imageFile":"# + picture)
      #expect(capture?.plateRaw == "苏E88888")
      #expect(capture?.pictures.isEmpty == true)
      #expect(capture?.droppedPictures == 1)
    }
    let prefixed = #""imageFile":"data:image/jpeg;base64,/9j/2Q==""#
    #expect(try readResult(prefixed)?.pictures.first?.bytes == Sample.jpeg)
  }

  @Test("A time outside the calendar is no time")
  func time() throws {
    for seconds in ["0", "-1", "1e300", "9223372036854775807", "\"soon\"", "null"] {
      let fields = #""timeStamp":{"Timeval":{"sec":"# + seconds + #","usec":1}}"#
      #expect(try #require(try readResult(fields)).capturedAt == nil, "\(seconds)")
    }
  }

  @Test("A plate in GBK is read, also one whose second byte is a backslash")
  func gbk() throws {
    var body = Array(#"{"AlarmInfoPlate":{"deviceName":""#.utf8) + [0xD4, 0x5C]
    body += Array(#"","result":{"PlateResult":{"license":""#.utf8) + [0xCB, 0xD5]
    body += Array(#"E88888","plateid":3}}}}"#.utf8)
    let message = try Vzenith.message(body: body, contentType: nil, utcOffset: 0)
    #expect(message.capture?.plateRaw == "苏E88888")
    #expect(message.capture?.recordID == 3)
  }

  @Test(
    "What is wrong elsewhere in the body loses no plate",
    arguments: [
      #"{"AlarmInfoPlate":{"serialno":"a","serialno":"b","result":{"PlateResult":{"license":"苏E88888"}}}}"#,
      #"{"AlarmInfoPlate":{"x":nan,"y":'q',"result":{"PlateResult":{"license":"苏E88888",}},}}"#,
      #"{"AlarmInfoPlate":{"x":"\ud800","n":"\u0000","result":{"PlateResult":{"license":"\u82cfE88888"}}}}"#,
      "{\"AlarmInfoPlate\":{\"x\":\"a\u{1}b\nc\",\"result\":{\"PlateResult\":{\"license\":\"苏E88888\"}}}}",
      #"{"AlarmInfoPlate":{"result":{"PlateResult":{"license":"苏E88888","imageFile":"/9j/4AAQ"#,
      "\u{FEFF}" + #"{"AlarmInfoPlate":{"result":{"PlateResult":{"license":"苏E88888"}}}} trailing"#,
    ])
  func damaged(body: String) throws {
    #expect(try read(body)?.plateRaw == "苏E88888")
  }

  @Test("Nesting without end is survived, and what follows it is read")
  func deep() throws {
    let open = String(repeating: "[", count: 100_000)
    let close = String(repeating: "]", count: 100_000)
    let body =
      #"{"AlarmInfoPlate":{"x":"# + open + close
      + #","result":{"PlateResult":{"license":"苏E88888"}}}}"#
    #expect(try read(body)?.plateRaw == "苏E88888")
  }

  @Test("An empty body and one that is no JSON are errors")
  func errors() {
    #expect(throws: DeviceError.empty) { try read("") }
    #expect(throws: DeviceError.malformedBody("JSON")) { try read("hello") }
    #expect(throws: DeviceError.malformedBody("JSON")) { try read("[1]") }
  }

  private func read(_ body: String) throws -> Capture? {
    try Vzenith.message(body: Array(body.utf8), contentType: "application/json", utcOffset: 0)
      .capture
  }

  private func readResult(_ fields: String) throws -> Capture? {
    try read(#"{"AlarmInfoPlate":{"result":{"PlateResult":{"# + fields + "}}}}")
  }
}
