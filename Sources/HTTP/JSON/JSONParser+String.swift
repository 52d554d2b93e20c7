extension JSONParser {
  /// Reads a string whose opening quote is at the position (RFC 8259, 7).
  mutating func parseString() throws(JSONError) -> String {
    let start = index
    index += 1
    let first = index
    try skipPlainBytes()
    if current == UInt8(ascii: "\"") {
      // Nothing is escaped, as in nearly all strings: no copy.
      guard let text = plainText(first..<index) else {
        throw JSONError(.invalidUTF8, offset: start)
      }
      index += 1
      return text
    }
    var unescaped = Array(bytes[first..<index])
    while current == UInt8(ascii: "\\") {
      try parseEscape(into: &unescaped)
      let next = index
      try skipPlainBytes()
      unescaped += bytes[next..<index]
    }
    index += 1
    guard let text = String(validating: unescaped, as: UTF8.self) else {
      throw JSONError(.invalidUTF8, offset: start)
    }
    return text
  }

  /// The text of these bytes; nil if it is not UTF-8. Most are ASCII, of which nothing can be wrong:
  /// to validate it would take ten times as long.
  private func plainText(_ range: Range<Int>) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[range])
      return bytes.allSatisfy { $0 < 0x80 }
        ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    }
  }

  /// Moves to the next quote or backslash.
  private mutating func skipPlainBytes() throws(JSONError) {
    let end = bytes[index...].firstIndex {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20
    }
    index = end ?? bytes.endIndex
    guard let byte = current else { throw error(.endOfText) }
    if byte < 0x20 { throw error(.controlCharacter) }
  }

  private mutating func parseEscape(into text: inout [UInt8]) throws(JSONError) {
    index += 1
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      index += 1
      text += String(Character(try parseScalar())).utf8
      return
    case nil: throw error(.endOfText)
    default: throw error(.malformedEscape)
    }
    index += 1
  }

  /// Reads four hexadecimal digits, and the second half of the pair if they are the first.
  private mutating func parseScalar() throws(JSONError) -> Unicode.Scalar {
    let start = index - 2
    let unit = try parseCodeUnit()
    if unit == 0 && !acceptsNUL { throw JSONError(.nul, offset: start) }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, current == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw JSONError(.loneSurrogate, offset: start) }
    index += 2
    let second = try parseCodeUnit()
    guard second >= 0xDC00 && second < 0xE000,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONError(.loneSurrogate, offset: start) }
    return scalar
  }

  private mutating func parseCodeUnit() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw error(.endOfText) }
      guard let digit = byte.hexadecimalDigit else { throw error(.malformedEscape) }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}
