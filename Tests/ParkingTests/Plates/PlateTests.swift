import Parking
import Testing

@Suite("Plates")
struct PlateTests {
  @Test("A canonical plate is its own key", arguments: PlateLists.canonical)
  func canonical(text: String, kind: PlateKind, key: String?) throws {
    let plate = try Plate.validated(text)
    #expect(plate.kind == kind)
    #expect(plate.key == key ?? text)
    #expect(plate.raw == text)
    #expect(plate.suggestion == nil)
  }

  @Test("A plate is valid once normalised", arguments: PlateLists.normalised)
  func normalised(text: String, kind: PlateKind, key: String) throws {
    let plate = try Plate.validated(text)
    #expect(plate.kind == kind)
    #expect(plate.key == key)
    #expect(Array(plate.raw.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("An invalid plate is refused, with what was meant", arguments: PlateLists.invalid)
  func invalid(text: String, suggestion: String?) {
    let error = #expect(throws: PlateError.self) { try Plate.validated(text) }
    #expect(error?.suggestion == suggestion)
    #expect(Plate(reading: text).suggestion == suggestion)
  }

  @Test("An invalid plate is read at a gate all the same", arguments: PlateLists.invalid)
  func invalidAtAGate(text: String, suggestion: String?) {
    let plate = Plate(reading: text)
    #expect(plate.kind == .other || plate.kind == .unreadable)
    #expect((plate.key != nil) == (plate.kind == .other))
    #expect(plate.raw == text)
  }

  @Test("A word for no plate is plateless and has no key", arguments: PlateLists.plateless)
  func plateless(text: String) {
    let plate = Plate(reading: text)
    #expect(plate.kind == .plateless)
    #expect(plate.key == nil)
    #expect(throws: PlateError(reason: .plateless, suggestion: nil)) {
      try Plate.validated(text)
    }
  }

  @Test("A character that was not read, or masked, leaves no key", arguments: ["?", "*", "'", ","])
  func unread(character: String) {
    let plate = Plate(reading: "苏E8888" + character)
    #expect(plate.kind == .unreadable)
    #expect(plate.key == nil)
    let error = #expect(throws: PlateError.self) { try Plate.validated(plate.raw) }
    #expect(error?.reason == .strangeCharacter(Unicode.Scalar(character) ?? " "))
  }

  @Test("Sixteen characters are a key, seventeen are none")
  func length() {
    let longest = String(repeating: "8", count: 16)
    #expect(Plate(reading: longest).key == longest)
    #expect(Plate(reading: longest).kind == .other)
    #expect(Plate(reading: longest + "8").key == nil)
    #expect(Plate(reading: longest + "8").kind == .unreadable)
    #expect(throws: PlateError(reason: .tooLong, suggestion: nil)) {
      try Plate.validated(longest + "8")
    }
  }

  @Test("Foreign letters are kept as they are, and look-alikes stay different")
  func foreign() {
    #expect(Plate(reading: "苏Е88888").key == "苏Е88888")
    #expect(Plate(reading: "苏Е88888").key != Plate(reading: "苏E88888").key)
    #expect(Plate(reading: "12가 3456").key == "12가3456")
    #expect(Plate(reading: "12\u{1100}\u{1161}3456").key == "12가3456")
  }

  @Test("The message says what is wrong and what was meant, without the text itself")
  func message() {
    let error = #expect(throws: PlateError.self) { try Plate.validated("苏EO8888") }
    #expect(error?.description == "车牌号不符合号牌规则，是否应为“苏E08888”？")
    #expect(PlateError.Reason.tooLong.description == "车牌号过长")
  }

  @Test("Every kind that a list names is told apart by its stored name")
  func names() {
    #expect(Set(PlateKind.allCases.map(\.rawValue)).count == PlateKind.allCases.count)
    #expect(PlateKind(rawValue: "nev_small") == .nevSmall)
    #expect(PlateKind(rawValue: "wj") == .armedPolice)
  }
}
