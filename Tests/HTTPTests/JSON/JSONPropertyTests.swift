import HTTP
import Testing

@Suite("JSON, at random")
struct JSONPropertyTests {
  private func value(depth: Int, _ random: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number("\(Int.random(in: -1_000_000...1_000_000, using: &random))e7")
    case 3, 4: return .string(random.text())
    case 5:
      return .array(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          value(depth: depth - 1, &random)
        })
    default:
      // The number makes the names differ.
      return .object(
        (0..<Int.random(in: 0...30, using: &random)).map { index in
          JSON.Member("\(index)" + random.text(), value(depth: depth - 1, &random))
        })
    }
  }

  @Test("What is written is read as the same")
  func roundTrips() throws {
    var random = SeededGenerator()
    print("JSON: seed \(random.seed)")
    for _ in 0..<500 {
      let value = value(depth: 3, &random)
      var writer = JSONWriter()
      value.encode(to: &writer)
      #expect(try JSON.parse(writer.bytes) == value, "seed \(random.seed)")
    }
  }

  @Test("A text with bytes changed is read or refused, never fatal")
  func survivesChangedBytes() throws {
    var random = SeededGenerator()
    print("JSON with changed bytes: seed \(random.seed)")
    for _ in 0..<2000 {
      var writer = JSONWriter()
      value(depth: 2, &random).encode(to: &writer)
      var bytes = writer.bytes
      for _ in 0...2 {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = .random(in: 0...255, using: &random)
      }
      guard let read = try? JSON.parse(bytes) else { continue }
      var again = JSONWriter()
      read.encode(to: &again)
      #expect(try JSON.parse(again.bytes) == read, "seed \(random.seed)")
    }
  }

  @Test(
    "A part of a text is never a text",
    arguments: [
      #"{"plate":"苏E88888","list":[1,true,{"x":null}],"n":-1.5e+7}"#,
      #"["\u82cf\ud83d\ude97",""]"#,
    ])
  func refusesPrefixes(text: String) {
    let bytes = Array(text.utf8)
    for length in 0..<bytes.count {
      #expect(throws: JSONError.self) { try JSON.parse(Array(bytes[..<length])) }
    }
  }
}
