/// JSON as it is stored and hashed, being written: no spaces, and what needs no escape as it is.
/// Whoever writes sorts the keys.
struct CanonicalJSON {
  private var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(1024)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Brackets, commas and keys of the program itself: `,"units":`.
  mutating func append(_ punctuation: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: punctuation.utf8Start, count: punctuation.utf8CodeUnitCount))
  }

  /// A number or another literal.
  mutating func append(literal: String) {
    bytes.append(contentsOf: literal.utf8)
  }

  /// A whole number.
  mutating func append(_ number: Int) {
    append(literal: String(number))
  }

  /// A text in quotation marks.
  mutating func append(quoting string: String) {
    bytes.append(UInt8(ascii: "\""))
    append(escaping: string)
    bytes.append(UInt8(ascii: "\""))
  }

  /// One text in quotation marks, of pieces.
  mutating func append(quoting pieces: [String]) {
    bytes.append(UInt8(ascii: "\""))
    for piece in pieces { append(escaping: piece) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Runs of what needs no escape are copied as they are.
  private mutating func append(escaping string: String) {
    var string = string
    string.withUTF8 { source in
      var start = 0
      for (index, byte) in source.enumerated() where !Self.isPlain(byte) {
        guard let escape = Self.escape(source[index...]) else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
        bytes.append(contentsOf: escape.text.utf8)
        start = index + escape.length
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }
  }

  /// Not a control character, a quotation mark or a backslash, nor the first byte of U+2028.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0xE2
  }

  /// What stands for the character at the beginning of `bytes`, which is `length` of them long; nil
  /// when it stands for itself.
  private static func escape(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (text: String, length: Int)? {
    switch bytes[bytes.startIndex] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case 0xE2:
      if bytes.starts(with: "\u{2028}".utf8) { return ("\\u2028", 3) }
      return bytes.starts(with: "\u{2029}".utf8) ? ("\\u2029", 3) : nil
    case let control: return ((control < 0x10 ? "\\u000" : "\\u00") + String(control, radix: 16), 1)
    }
  }
}
