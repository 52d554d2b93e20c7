import Testing

@testable import Parking

/// How often the right stay comes first, measured on misreads that are made from a seed, which is
/// printed.
@Suite("Misreads")
struct MisreadTests {
  static let now = Instant(seconds: 1_795_320_000)
  private let seed = UInt64.random(in: 0...UInt64.max)

  @Test(
    "With one wrong character the right stay is first in 95 of 100", arguments: [500, 5_000])
  func oneError(inside: Int) {
    var source = MisreadSource(seed: seed)
    let stays = source.stays(inside, at: Self.now)
    var first = 0
    let tries = 400
    for _ in 0..<tries {
      let stay = source.pick(stays)
      let read = source.misread(stay.plate)
      let ranked = PlateSighting(Plate(reading: read)).ranked(
        stays.filter { near($0.plate, read) }, at: Self.now)
      first += ranked.first?.candidate.stayID == stay.stayID ? 1 : 0
    }
    print("misreads: seed \(seed), \(inside) inside, \(first) of \(tries) first")
    #expect(first * 100 >= tries * 95, "seed \(seed): \(first) of \(tries)")
  }

  /// What the database's filter keeps: texts that share at least three characters, roughly.
  private func near(_ plate: String, _ read: String) -> Bool {
    let shared = zip(plate.unicodeScalars.reversed(), read.unicodeScalars.reversed()).count {
      $0 == $1
    }
    let leading = zip(plate.unicodeScalars, read.unicodeScalars).count { $0 == $1 }
    return max(shared, leading) >= 3
  }
}
