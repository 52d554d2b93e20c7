import Foundation
import HTTP
import Testing

@Suite("Bodies over the limit")
struct OversizeTests {
  /// How each vendor's camera is told to stop sending.
  private static let answers = [
    "vzenith": #"{"Response_AlarmInfoPlate":{"info":"no","content":"retransfer_stop"}}"#,
    "huaxia": #"{"error_num":0,"error_str":"no error","gpio_data":[]}"#, "hikvision": "",
    "dahua": #"{"Result":true}"#,
  ]

  @Test(
    "A camera is told to stop sending, and a person hears of the vehicle",
    arguments: ["vzenith", "huaxia", "hikvision", "dahua"])
  func refused(vendor: String) throws {
    let park = try Stage.throughNginx.park()
    let reply = try park.send(Self.call(vendor, park, bytes: 16 << 20 | 1))
    #expect(reply.status == 200)
    #expect(String(decoding: reply.body, as: UTF8.self) == Self.answers[vendor])
    #expect(try park.books.reviews() == ["oversize_body"])
    // Sent again at once it is the same vehicle.
    _ = try park.send(Self.call(vendor, park, bytes: 16 << 20 | 1))
    #expect(try park.books.reviews() == ["oversize_body"])
  }

  @Test("A simulated camera stops, with the length and in chunks", arguments: [[], ["--chunked"]])
  func simulated(options: [String]) throws {
    let park = try Stage.throughNginx.park()
    let picture = "\(park.installation.state)/large-\(UInt32.random(in: 0 ... .max)).jpg"
    let bytes = Data([0xFF, 0xD8, 0xFF, 0xE0]) + Data(count: 13 << 20)
    try bytes.write(to: URL(filePath: picture))
    defer { try? FileManager.default.removeItem(atPath: picture) }
    for vendor in ["vzenith", "hikvision", "dahua"] {
      let output = try park.entry.program(vendor).run(
        ["--plate", Plates.fresh(), "--picture", picture, "--timeout", "60"] + options)
      #expect(output.contains("taken"), "\(vendor): \(output)")
    }
    #expect(try park.books.reviews() == ["oversize_body"])
    #expect(try park.figures().number("temp_car_total") == 0)
  }

  @Test("A generic device is told 413, a stranger 401, and neither hears more")
  func others() throws {
    let park = try Stage.throughNginx.park()
    let envelope = try park.send(Self.call("generic", park, bytes: 16 << 20 | 1)).envelope()
    #expect(envelope.status == 413 && envelope.code == 413)
    #expect(try park.books.reviews() == ["oversize_body"])
    var stranger = Self.call("vzenith", park, bytes: 16 << 20 | 1)
    stranger.target = "/device/v1/vzenith/nobody"
    #expect(try park.send(stranger).envelope().code == 401)
    #expect(try park.books.reviews() == ["oversize_body"])
  }

  @Test("16 MiB are taken")
  func limit() throws {
    let park = try Stage.throughNginx.park()
    let plate = Plates.fresh()
    let head = Array(
      #"{"AlarmInfoPlate":{"result":{"PlateResult":{"license":"\#(plate)"}},"x":""#.utf8)
    var call = Self.call("vzenith", park, bytes: 0)
    let filling = [UInt8](repeating: 0x20, count: (16 << 20) - head.count - 3)
    call.body = Call.Body(type: "application/json", bytes: head + filling + Array("\"}}".utf8))
    var reply = try park.send(call)
    // A busy machine may take longer for it than nginx waits; a camera sends it again then.
    for _ in 1...5 where reply.status == 503 { reply = try park.send(call) }
    #expect(try VzenithReply(reply).info == "ok")
    #expect(try park.books.open(plate) == 1)
    #expect(try park.books.reviews().isEmpty)
  }

  private static func call(_ vendor: String, _ park: TestPark, bytes: Int) -> Call {
    var call = Call("/device/v1/\(vendor)/\(park.entry.id)-camera", host: park.host)
    call.method = "POST"
    call.body = Call.Body(
      type: "application/json", bytes: [UInt8](repeating: 0x20, count: bytes))
    return call
  }
}
