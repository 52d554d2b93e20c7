import Parking
import Testing

@testable import Devices

@Suite("Texts of devices")
struct TextTests {
  @Test(
    "A time is read to the microsecond",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-22T10:00:00+08:00", 1_795_312_800_000_000),
      ("2026-11-22 10:00:00+0800", 1_795_312_800_000_000),
      ("2026-11-22T10:00:00+08", 1_795_312_800_000_000),
      ("2026-11-21t22:00:00.5-04:00", 1_795_312_800_500_000),
      ("2024-05-07T17:48:03.847+07:00", 1_715_078_883_847_000),
      ("2024-02-29T00:00:00.1234567Z", 1_709_164_800_123_456),
      ("1969-12-31T23:59:59Z", -1_000_000), ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
      ("9999-12-31T23:59:59Z", 253_402_300_799_000_000),
      ("2000-03-01T00:00:00Z", 951_868_800_000_000),
    ])
  func times(text: String, microseconds: Int64) throws {
    let time = try #require(CivilTime(text))
    #expect(time.instant(assumingOffset: 99) == Instant(microseconds: microseconds))
  }

  @Test("A time without a zone takes the one that it is given")
  func zoneless() throws {
    let time = try #require(CivilTime("2025-05-02 17:55:52.123"))
    #expect(time.offset == nil)
    #expect(time.instant(assumingOffset: 28_800) == Instant(microseconds: 1_746_179_752_123_000))
  }

  @Test(
    "What is no time is none",
    arguments: [
      "", "2026", "2026-11-22", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
      "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "0000-01-01T00:00:00Z",
      "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
      "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+8",
      "2026-01-01T00:00:00Z ", "２026-01-01T00:00:00Z", "2026-1-1T00:00:00Z", "+026-01-01T00:00:00Z",
    ])
  func noTimes(text: String) {
    #expect(CivilTime(text) == nil)
  }

  @Test(
    "Base64 is read in every alphabet, with and without padding, prefix and lines",
    arguments: [
      ("+/8=", [0xFB, 0xFF]), ("-_8=", [0xFB, 0xFF]), ("-_8.", [0xFB, 0xFF]),
      ("+/8", [0xFB, 0xFF]), ("data:image/png;base64,+/8=", [0xFB, 0xFF]),
      ("+/\r\n8=", [0xFB, 0xFF]),
      ("+/8AB", [0xFB, 0xFF, 0x00]), ("", []),
    ] as [(String, [UInt8])])
  func base64(text: String, bytes: [UInt8]) {
    #expect(Base64.decode(text) == bytes)
  }

  @Test("What is no base64 is none", arguments: ["%", "AA=A", "AA==BB", "苏", "AA,A"])
  func noBase64(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test("Base64 of any bytes is read back")
  func roundTrip() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("base64: seed \(seed)")
    var source = SeededSource(seed: seed)
    for count in 0..<300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &source) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes, "seed \(seed)")
    }
  }

  @Test("A picture is what its first bytes say")
  func pictures() {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]
    #expect(Picture(.scene, bytes: Sample.jpeg)?.mediaType == "image/jpeg")
    #expect(Picture(.scene, bytes: png)?.mediaType == "image/png")
    #expect(Picture(.scene, bytes: Array("GIF89a".utf8)) == nil)
    #expect(Picture(.scene, bytes: []) == nil)
  }

  @Test("A colour is known in English and in Chinese")
  func colors() {
    #expect(PlateColor(word: "Blue") == .blue)
    #expect(PlateColor(word: "蓝色") == .blue)
    #expect(PlateColor(word: "yellow_green") == .yellowGreen)
    #expect(PlateColor(word: "other") == nil)
    for color in PlateColor.allCases { #expect(PlateColor(word: color.rawValue) == color) }
  }
}
