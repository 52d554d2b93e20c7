import Testing

@testable import Parking

/// What must hold between a plate and its changed forms; the seed of each run is printed.
@Suite("Plates under change")
struct PlatePropertyTests {
  private let seed: UInt64
  private let plates: [String]

  init() {
    seed = UInt64.random(in: 0...UInt64.max)
    print("plates: seed \(seed)")
    var source = PlateSource(seed: seed)
    plates = PlateLists.canonical.map(\.text) + (0..<400).map { _ in source.plate() }
  }

  @Test("A generated plate of each layout is valid and its own key")
  func generated() throws {
    for plate in plates where !plate.hasPrefix("使") {
      #expect(try Plate.validated(plate).key == plate, "seed \(seed)")
    }
  }

  @Test("Full-width, lower-case, dotted and spaced forms give the same key")
  func forms() {
    for plate in plates {
      let key = Plate(reading: plate).key
      for form in [
        PlateSource.fullWidth(plate), plate.lowercased(), separated(plate, by: "·"),
        separated(plate, by: " "),
      ] {
        #expect(Plate(reading: form).key == key, "seed \(seed): \(form)")
      }
    }
  }

  @Test("A dropped character at any place changes nothing")
  func inserted() {
    var source = PlateSource(seed: seed)
    for _ in 0..<3000 {
      let text = Array(source.text(upTo: 20).unicodeScalars)
      var changed = text
      changed.insert(source.dropped(), at: source.number(below: text.count + 1))
      let (before, after) = (string(text), string(changed))
      #expect(normal(before) == normal(after), "seed \(seed): \(before.debugDescription)")
    }
  }

  @Test("The normal form of a normal form is itself, and of the same kind")
  func idempotent() {
    var source = PlateSource(seed: seed)
    for _ in 0..<3000 {
      let text = source.text(upTo: 40)
      guard let once = PlateText.normalised(text) else { continue }
      #expect(normal(String(once)) == Array(once), "seed \(seed): \(text.debugDescription)")
      let kinds = (Plate(reading: text).kind, Plate(reading: String(once)).kind)
      #expect(kinds.0 == kinds.1, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("Without its leading province no plate is of the same kind")
  func provinceLost() {
    for plate in plates where PlateLayout.Place.province.admits(plate.unicodeScalars.first ?? "?") {
      let rest = Plate(reading: String(plate.dropFirst()))
      #expect(rest.kind != Plate(reading: plate).kind, "seed \(seed): \(plate)")
    }
  }

  @Test("O for 0 and I for 1 make a plate invalid, and the suggestion brings it back")
  func confused() {
    for plate in plates where !plate.hasPrefix("使") {
      for (place, character) in plate.enumerated() {
        guard let wrong: Character = ["0": "O", "1": "I"][character] else { continue }
        var text = Array(plate)
        text[place] = wrong
        let read = Plate(reading: String(text))
        #expect(!read.kind.isValid, "seed \(seed): \(plate)")
        guard place >= 2 || plate.hasSuffix("使") else { continue }
        #expect(read.suggestion == plate, "seed \(seed): \(plate)")
      }
    }
  }

  @Test("Any scalars are read, and a key is short and made of letters and digits")
  func anything() {
    var source = PlateSource(seed: seed)
    for _ in 0..<5000 {
      let plate = Plate(reading: source.text(upTo: 100))
      #expect((plate.key != nil) == plate.kind.hasKey)
      guard let key = plate.key?.unicodeScalars else { continue }
      #expect((1...16).contains(key.count) && key.allSatisfy(PlateText.mayStandInKey))
    }
  }

  @Test(
    "A megabyte is read in time linear in its length",
    arguments: ["8", " ", "苏", "\u{0301}", "\u{0323}\u{0301}", "\u{FDFA}", "Ä", "👨‍👩‍👧‍👦", "\u{200B}"])
  func megabyte(unit: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let took = ContinuousClock().measure {
      #expect(Plate(reading: text).key == nil)
      #expect(throws: PlateError.self) { try Plate.validated(text) }
    }
    #expect(took < .seconds(20))
  }

  private func separated(_ text: String, by separator: String) -> String {
    text.map(String.init).joined(separator: separator)
  }

  private func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private func normal(_ text: String) -> [Unicode.Scalar]? {
    PlateText.normalised(text).map(Array.init)
  }
}
