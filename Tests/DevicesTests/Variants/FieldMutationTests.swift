import HTTP
import Testing

@testable import Devices

@Suite("Fields of every camera under change")
struct FieldMutationTests {
  @Test("Any other field of a Dahua event may be anything, and the plate is read")
  func dahua() throws {
    try mutate("dahua-tollgate.json", keeping: ["Picture", "Plate", "PlateNumber", "IsExist"]) {
      try Dahua.message(body: $0, contentType: nil, utcOffset: 0).capture?.plateRaw == "苏E88888"
    }
  }

  @Test("Any other field of a 华夏 form may be anything, and the plate is read")
  func huaxia() throws {
    let sample = try JSON.parse(
      Array(
        (#"{"type":"online","park_id":"P001","cam_id":"c","plate_num":"苏E88888","#
          + #""plate_color":"蓝色","start_time":"1700000000","picture":"_9j_2Q..","confidence":"9"}"#)
          .utf8))
    try mutate(sample, keeping: ["plate_num"]) { body in
      let fields = (try JSON.parse(body).members ?? []).compactMap { member in
        member.value.text.map { "\(member.name)=\($0.replacing("&", with: "%26"))" }
      }
      // The type decides what a form is, so it may be anything but a heartbeat's.
      return try Huaxia.message(
        body: Array(fields.joined(separator: "&").utf8), contentType: nil, utcOffset: 0
      ).capture?.plateRaw == "苏E88888"
    }
  }

  @Test("Any other element of a Hikvision event may be anything, and the plate is read")
  func hikvision() throws {
    let sample = try #require(try LooseXML.parse(Sample.bytes("hikvision-anpr.xml")))
    try mutate(
      sample, keeping: ["EventNotificationAlert", "ANPR", "licensePlate", "eventType"]
    ) {
      let xml = Array(Self.xml(try JSON.parse($0)).utf8)
      let message = try Hikvision.message(body: xml, contentType: nil, utcOffset: 0)
      return message.capture?.plateRaw == "PECT600"
    }
  }

  private func mutate(
    _ sample: String, keeping names: Set<String>, _ isRead: ([UInt8]) throws -> Bool
  ) throws {
    try mutate(try JSON.parse(Sample.bytes(sample)), keeping: names, isRead)
  }

  private func mutate(
    _ sample: JSON, keeping names: Set<String>, _ isRead: ([UInt8]) throws -> Bool
  ) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("fields: seed \(seed)")
    var source = SeededSource(seed: seed)
    for _ in 0..<2000 {
      var writer = JSONWriter()
      JSONMutation.mutated(sample, keeping: names, &source).encode(to: &writer)
      #expect(
        try isRead(writer.bytes), "seed \(seed): \(String(decoding: writer.bytes, as: UTF8.self))")
    }
  }

  private static func xml(_ json: JSON) -> String {
    switch json {
    case .object(let members): members.map { "<\($0.name)>\(xml($0.value))</\($0.name)>" }.joined()
    case .array(let elements): elements.map(xml).joined()
    default: json.text ?? ""
    }
  }
}
