extension JSONWriter {
  /// Appends the text in quotes. Most texts need no escape, which a plain loop finds out.
  mutating func appendQuoted(_ text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0xE2 }) {
        append(utf8)
      } else {
        appendEscaping(utf8)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends runs of plain bytes at once, and escapes between them.
  private mutating func appendEscaping(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < utf8.count {
      let length = Self.lengthToEscape(utf8, at: index)
      if length == 0 {
        index += 1
        continue
      }
      append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
      appendEscaped(utf8, at: index)
      index += length
      start = index
    }
    append(UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  /// Appends a number's decimal digits.
  mutating func appendDigits(of value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = digits.count
      repeat {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(digit)
        rest = quotient
      } while rest > 0
      append(UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  /// How many bytes from here must be written as an escape: 1, 3 for U+2028 and U+2029, or 0.
  @inline(__always)
  private static func lengthToEscape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch utf8[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return 1
    case 0xE2:
      guard index + 2 < utf8.count else { return 0 }
      return utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }

  private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) {
    switch utf8[index] {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0xE2:
      if utf8[index + 2] == 0xA8 { append("\\u2028") } else { append("\\u2029") }
    case let control:
      append("\\u00")
      append(Self.hexadecimalDigit(control >> 4))
      append(Self.hexadecimalDigit(control & 0xF))
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
