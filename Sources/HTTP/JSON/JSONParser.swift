/// A position in a JSON text, and the grammar of its values (RFC 8259).
///
/// It recurses once for each open array or object, never deeper than `maximumDepth`.
struct JSONParser {
  let bytes: [UInt8]
  let acceptsNUL: Bool
  var index = 0
  private var remainingDepth: Int
  private var remainingValues: Int

  init(_ bytes: [UInt8], maximumDepth: Int, maximumValues: Int, acceptsNUL: Bool) {
    self.bytes = bytes
    self.acceptsNUL = acceptsNUL
    remainingDepth = maximumDepth
    remainingValues = maximumValues
  }

  mutating func parseText() throws(JSONError) -> JSON {
    let value = try parseValue()
    skipWhiteSpace()
    guard index == bytes.count else { throw error(.trailingBytes) }
    return value
  }

  /// The byte at the position; nil at the end.
  var current: UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  func error(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, offset: index)
  }

  /// What to throw when the byte at the position fits nothing.
  func unexpected() -> JSONError {
    error(index < bytes.count ? .unexpectedByte : .endOfText)
  }

  private mutating func parseValue() throws(JSONError) -> JSON {
    skipWhiteSpace()
    guard let byte = current else { throw unexpected() }
    guard remainingValues > 0 else { throw error(.tooMany) }
    remainingValues -= 1
    switch byte {
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "{"):
      return try parseNested { parser throws(JSONError) in
        .object(try parser.parseMembers())
      }
    case UInt8(ascii: "["):
      return try parseNested { parser throws(JSONError) in
        .array(try parser.parseElements())
      }
    case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try parseNumber())
    default: throw unexpected()
    }
  }

  private mutating func parseNested(
    _ parse: (inout JSONParser) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    guard remainingDepth > 0 else { throw error(.tooDeep) }
    remainingDepth -= 1
    index += 1
    let value = try parse(&self)
    remainingDepth += 1
    return value
  }

  private mutating func parseMembers() throws(JSONError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    var names = NameSet()
    guard !skips(UInt8(ascii: "}")) else { return members }
    members.reserveCapacity(4)
    repeat {
      skipWhiteSpace()
      guard current == UInt8(ascii: "\"") else { throw unexpected() }
      let start = index
      let name = try parseString()
      guard names.insert(name, to: members) else {
        throw JSONError(.repeatedName(name), offset: start)
      }
      guard skips(UInt8(ascii: ":")) else { throw unexpected() }
      members.append(JSON.Member(name, try parseValue()))
    } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "}")) else { throw unexpected() }
    return members
  }

  private mutating func parseElements() throws(JSONError) -> [JSON] {
    var elements: [JSON] = []
    guard !skips(UInt8(ascii: "]")) else { return elements }
    repeat {
      elements.append(try parseValue())
    } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "]")) else { throw unexpected() }
    return elements
  }

  private mutating func parseWord(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for offset in 0..<word.utf8CodeUnitCount {
      guard current == word.utf8Start[offset] else { throw unexpected() }
      index += 1
    }
    return value
  }

  /// Skips white space and, if it follows, that byte; false if another follows.
  private mutating func skips(_ byte: UInt8) -> Bool {
    skipWhiteSpace()
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }
}
