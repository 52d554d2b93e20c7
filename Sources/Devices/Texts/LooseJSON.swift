import HTTP

/// Reads JSON from devices: strictly where it is JSON, else whatever can be made out.
///
/// A device's event counts more than its grammar. So a text in GB18030, a name given twice (the
/// first counts), a cut end, a control character in a string, a stray comma or a bare word lose
/// nothing but themselves. It takes time in proportion to the bytes, 64 levels of nesting
/// and so many values, so that no body takes memory without bound.
struct LooseJSON {
  private static let maximumDepth = 64
  private static let maximumValues = 100_000
  let bytes: [UInt8]
  var index = 0
  private var count = 0

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The value, or nil when the bytes begin as neither an object nor an array.
  static func parse(_ bytes: [UInt8]) -> JSON? {
    let commas = bytes.lazy.filter { $0 == UInt8(ascii: ",") }.count
    if commas <= maximumValues, let json = try? JSON.parse(bytes) { return json }
    var parser = LooseJSON(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    parser.skipSpace()
    switch parser.current {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return parser.value(depth: 0)
    default: return nil
    }
  }

  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func value(depth: Int) -> JSON {
    count += 1
    guard count <= Self.maximumValues else {
      index = bytes.count
      return .null
    }
    switch current {
    case UInt8(ascii: "{") where depth < Self.maximumDepth: return object(depth: depth + 1)
    case UInt8(ascii: "[") where depth < Self.maximumDepth: return array(depth: depth + 1)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      skipNested()
      return .null
    case UInt8(ascii: "\""): return .string(string())
    default: return word()
    }
  }

  private mutating func object(depth: Int) -> JSON {
    var members: [JSON.Member] = []
    index += 1
    while let byte = nextToken() {
      if byte == UInt8(ascii: "}") {
        index += 1
        break
      }
      guard byte == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      let name = string()
      guard nextToken() == UInt8(ascii: ":") else { continue }
      index += 1
      guard let next = nextToken() else { break }
      guard next != UInt8(ascii: ","), next != UInt8(ascii: "}") else { continue }
      members.append(JSON.Member(name, value(depth: depth)))
    }
    return .object(members)
  }

  private mutating func array(depth: Int) -> JSON {
    var elements: [JSON] = []
    index += 1
    while let byte = nextToken() {
      if byte == UInt8(ascii: "]") {
        index += 1
        break
      }
      let start = index
      if byte != UInt8(ascii: ",") { elements.append(value(depth: depth)) }
      if index == start { index += 1 }
    }
    return .array(elements)
  }

  /// A number, `true`, `false`, `null`, or any other bare word, which becomes a text.
  private mutating func word() -> JSON {
    let start = index
    while let byte = current, !Self.endsWord(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "null", "": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return Double(word) == nil ? .string(word) : .number(word)
    }
  }

  /// Skips what is nested too deeply, without recursion.
  private mutating func skipNested() {
    var depth = 0
    repeat {
      switch current {
      case nil: return
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        _ = string()
        continue
      default: break
      }
      index += 1
    } while depth > 0
  }

  private mutating func nextToken() -> UInt8? {
    skipSpace()
    return current
  }

  private mutating func skipSpace() {
    while let byte = current, byte <= 0x20 { index += 1 }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || ",:{}[]\"".utf8.contains(byte)
  }
}
