import Testing

@testable import Parking

@Suite("A read compared with plates")
struct SightingTests {
  /// What was read, the plate that it is, and one that it is less likely to be.
  static let orders = [
    ("苏E8888B", "苏E88888", "苏E88881"),  // B and 8 look alike
    ("E88888", "苏E88888", "苏E8888"),  // the province was not read
    ("赣E88888", "苏E88888", "苏E88889"),  // another province
    ("苏E888888", "苏E88888", "苏E88666"),  // a character too many
    ("BA03205", "粤BA03205", "粤BA03206"),  // looks like a military plate
    ("苏E0O123", "苏E00123", "苏E09123"), ("苏E8?888", "苏E85888", "苏E71888"),
    ("云A12345", "云A12345", "云A12346"),
  ]

  @Test("is nearer to the plate that a camera takes for it", arguments: orders)
  func order(read: String, right: String, wrong: String) {
    let sighting = PlateSighting(Plate(reading: read))
    #expect(sighting.distance(to: right) < sighting.distance(to: wrong))
  }

  @Test("is at no distance from itself, and the further the more differs")
  func distances() {
    let sighting = PlateSighting(Plate(reading: "苏E88888"))
    #expect(sighting.distance(to: "苏E88888") == 0)
    #expect(sighting.distance(to: "苏E8888B") == 350)
    #expect(sighting.distance(to: "苏E88881") == 1_000)
    #expect(sighting.distance(to: "苏E88811") == 2_000)
    #expect(PlateSighting(.plateless).distance(to: "苏E88888") > 5_000)
  }

  @Test("A character that the camera was not sure of is more likely the wrong one")
  func confidence() {
    let plate = Plate(reading: "苏E12345")
    let sure = PlateSighting(plate, confidence: [990, 990, 990, 990, 990, 990, 100])
    #expect(sure.distance(to: "苏E12346") < sure.distance(to: "苏E92345"))
    let other = PlateSighting(plate, confidence: [990, 990, 100])
    #expect(other.distance(to: "苏E12346") == other.distance(to: "苏E92345"))
  }

  @Test("Kind, colour and a long stay decide between equals; the best alone is proposed")
  func ranking() {
    let now = Instant(seconds: 1_795_320_000)
    let blue = Self.candidate(1, "苏E88881", "blue", now.advanced(bySeconds: -60))
    let yellow = Self.candidate(2, "苏E88889", "yellow", now.advanced(bySeconds: -30))
    let old = Self.candidate(3, "苏E88882", "blue", now.advanced(bySeconds: -500_000))
    let read = PlateSighting(Plate(reading: "苏E88886"), color: "blue")
    let ranked = read.ranked([old, yellow, blue], at: now)
    #expect(ranked.map(\.candidate.stayID) == [1, 3, 2])
    #expect(ranked.allSatisfy { !$0.isProposed && $0.score > 40 })
    let alike = PlateSighting(Plate(reading: "苏E8888I")).ranked([blue, yellow], at: now)
    #expect(alike.map(\.isProposed) == [true, false] && alike[0].score > 80)
  }

  @Test("Vehicles by ticket are shown newest first, and none is proposed")
  func plateless() {
    let now = Instant(seconds: 1_795_320_000)
    let tickets = (1...3).map {
      Self.candidate($0, Ticket(stayID: $0).key, "", now.advanced(bySeconds: -$0 * 60))
    }
    let ranked = PlateSighting(.plateless).ranked(tickets.reversed(), at: now)
    #expect(ranked.map(\.candidate.stayID) == [1, 2, 3])
    #expect(ranked.allSatisfy { !$0.isProposed })
  }

  static func candidate(
    _ stayID: Int64, _ plate: String, _ color: String, _ enterTime: Instant
  ) -> Candidate {
    Candidate(
      stayID: stayID, plate: plate, license: plate, kind: Plate(reading: plate).kind, color: color,
      category: .temporary, enterTime: enterTime, picture: nil)
  }
}
