import TariffTrials

@testable import Parking

/// Makes plates as a car park sees them, and reads of them with one wrong character.
struct MisreadSource {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { random.pick(list) }

  /// Open stays of different plates, most of them of the park's own city.
  mutating func stays(_ count: Int, at now: Instant) -> [Candidate] {
    var plates: Set<String> = []
    while plates.count < count { plates.insert(plate()) }
    return plates.sorted().enumerated().map { number, plate in
      let age = Int64.random(in: 60...86_400, using: &random)
      return Candidate(
        stayID: Int64(number + 1), plate: plate, license: plate, kind: Plate(reading: plate).kind,
        color: "", category: .temporary, enterTime: now.advanced(bySeconds: -age), picture: nil)
    }
  }

  /// Civil plates and, one in three, small new-energy ones.
  private mutating func plate() -> String {
    let place = random.chance(70) ? "苏E" : random.pick(["苏A", "苏B", "沪A", "浙A", "皖A", "沪C"])
    if random.chance(33) { return place + "D" + serial(1) + digits(4) }
    return place + serial(5)
  }

  private mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(random.pick(Array("0123456789"))) }.joined()
  }

  /// Letters stand in the first places more often than in the last.
  private mutating func serial(_ count: Int) -> String {
    (0..<count).map { place in
      let letters = random.chance(place < 2 ? 40 : 12)
      return String(random.pick(Array(letters ? "ABCDEFGHJKLMNPQRSTUVWXYZ" : "0123456789")))
    }.joined()
  }

  /// One error: seven in ten a character that looks alike, else any, one missing or one too many.
  mutating func misread(_ plate: String) -> String {
    var scalars = Array(plate.unicodeScalars)
    let place = Int.random(in: 0..<scalars.count, using: &random)
    let all = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".unicodeScalars)
    switch random.pick(Array(0..<20)) {
    case 0..<15:
      let alike = LookAlikes.groups.flatMap { group in
        group.unicodeScalars.contains(scalars[place]) ? Array(group.unicodeScalars) : []
      }.filter { $0 != scalars[place] }
      guard !alike.isEmpty else { fallthrough }
      scalars[place] = random.pick(alike)
    case 15..<17: scalars[place] = random.pick(place == 0 ? Array("京沪浙皖赣".unicodeScalars) : all)
    case 17..<19: scalars.remove(at: random.chance(60) ? 0 : place)
    default: scalars.insert(random.pick(all), at: place)
    }
    let read = String(String.UnicodeScalarView(scalars))
    return read == plate ? misread(plate) : read
  }
}
