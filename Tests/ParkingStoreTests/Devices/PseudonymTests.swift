import Foundation
import Parking
import Testing

@testable import ParkingStore

@Suite("Pseudonyms of plates in recorded events")
struct PseudonymTests {
  private static let plates = [
    "苏E88888", "粤Z1234港", "京A12345D", "苏ED12345", "沪A1234学", "WJ苏12345", "苏E·66666",
    "使014578", "苏e88888", "PECT600",
  ]

  @Test("A plate's is of the same kind and province, and another", arguments: plates)
  func kind(plate: String) {
    var pseudonyms = PlatePseudonyms()
    let pseudonym = pseudonyms.pseudonym(of: plate)
    #expect(Plate(reading: pseudonym).kind == Plate(reading: plate).kind)
    #expect(Plate(reading: pseudonym).key != Plate(reading: plate).key)
    #expect(pseudonym.unicodeScalars.count == plate.unicodeScalars.count)
    for (old, new) in zip(plate, pseudonym) where !old.isASCII { #expect(old == new) }
    #expect(pseudonyms.pseudonym(of: plate) == pseudonym)
  }

  @Test("Two plates never share one, and a key gives the same again")
  func distinct() {
    var first = PlatePseudonyms(key: Array("a key of sixteen".utf8))
    var second = PlatePseudonyms(key: Array("a key of sixteen".utf8))
    let plates = (10_000..<12_000).map { "苏E\($0)" }
    let pseudonyms = plates.map { first.pseudonym(of: $0) }
    #expect(Set(pseudonyms).count == plates.count)
    #expect(pseudonyms == plates.map { second.pseudonym(of: $0) })
    var other = PlatePseudonyms()
    #expect(pseudonyms != plates.map { other.pseudonym(of: $0) })
  }

  @Test(
    "Every spelling in a body is replaced, and the rest is left alone",
    arguments: [
      #"{"license":"苏E88888","plates":[{"license":"苏E88888"}],"x":"é1"}"#,
      #"{"license":"\u82cfE88888","b":"\u82CFE88888"}"#,
      "type=online&plate_num=%E8%8B%8FE88888", "plate_num=%e8%8b%8fE88888",
      "plate_num=%CB%D5E88888&x=1", "<licensePlate>苏E88888</licensePlate>",
      "name=苏E88888_20250502.jpg",
    ])
  func bodies(text: String) throws {
    var pseudonyms = PlatePseudonyms()
    let event = Self.event(Array(text.utf8), plate: "苏E88888")
    let replaced = try #require(event.pseudonymised(by: &pseudonyms))
    let pseudonym = pseudonyms.pseudonym(of: "苏E88888")
    #expect(replaced.plate == pseudonym)
    let body = String(decoding: replaced.body, as: UTF8.self)
    #expect(!body.contains("E88888"))
    #expect(body.contains(pseudonym.dropFirst()))
    #expect(body.utf8.count == text.utf8.count)
  }

  @Test("GBK stays GBK, and a plate that no field names is replaced too")
  func chinese() throws {
    var pseudonyms = PlatePseudonyms()
    let gbk: [UInt8] = Array(#"{"license":""#.utf8) + [0xCB, 0xD5] + Array(#"E88888"}"#.utf8)
    let replaced = try #require(
      Self.event(gbk, plate: "苏E88888").pseudonymised(by: &pseudonyms))
    #expect(replaced.body.starts(with: gbk.prefix(14)))
    #expect(!String(decoding: replaced.body, as: UTF8.self).contains("E88888"))
    let other = try #require(
      Self.event(Array(#"{"last":"浙B12345"}"#.utf8), plate: nil).pseudonymised(by: &pseudonyms))
    #expect(!String(decoding: other.body, as: UTF8.self).contains("B12345"))
  }

  @Test("An event whose plate cannot be found is left out")
  func hidden() {
    var pseudonyms = PlatePseudonyms()
    let event = Self.event(Array("<p>&#33487;E88888</p>".utf8), plate: "苏E88888")
    #expect(event.pseudonymised(by: &pseudonyms) == nil)
  }

  private static func event(_ body: [UInt8], plate: String?) -> RecordedEvent {
    RecordedEvent(
      eventID: 1, deviceID: "d", vendor: "vzenith", receivedAt: Instant(seconds: 1),
      kind: "capture", captureID: 1, isRepeat: false, plate: plate, contentType: "", body: body)
  }
}
