extension Document {
  /// The canonical text: JSON with sorted keys and no spaces.
  ///
  /// Equal tariffs have equal texts, whether they were written in YAML or JSON and in whatever order
  /// of keys; this is what is stored and hashed.
  public var jsonText: String {
    var text: [UInt8] = []
    text.reserveCapacity(1024)
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8]) {
    switch content {
    case .scalar(let scalar, let quoted):
      if !quoted, Document.isJSONLiteral(scalar) {
        text += (scalar == "~" || scalar.isEmpty ? "null" : scalar).utf8
      } else {
        Document.writeString(scalar, to: &text)
      }
    case .sequence(let items):
      text.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        item.write(to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .mapping(let members):
      text.append(UInt8(ascii: "{"))
      // The order of UTF-8 bytes is that of Unicode scalars.
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        Document.writeString(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        member.value.write(to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  private static func isJSONLiteral(_ scalar: String) -> Bool {
    guard let first = scalar.utf8.first else { return true }
    if first == UInt8(ascii: "-") || isDigit(first) { return isNumber(scalar) }
    return ["true", "false", "null", "~"].contains(scalar)
  }

  /// A whole number or a decimal, without leading zeros or an exponent.
  private static func isNumber(_ scalar: String) -> Bool {
    var digits = scalar.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let whole = digits.prefix { $0 != UInt8(ascii: ".") }
    let hasLeadingZero = whole.first == UInt8(ascii: "0") && whole.count > 1
    guard !whole.isEmpty, whole.allSatisfy(isDigit), !hasLeadingZero else { return false }
    let fraction = digits[whole.endIndex...].dropFirst()
    if whole.endIndex == digits.endIndex { return scalar != "-0" }
    return !fraction.isEmpty && fraction.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Runs of what needs no escape are copied as they are.
  private static func writeString(_ string: String, to text: inout [UInt8]) {
    var string = string
    text.append(UInt8(ascii: "\""))
    string.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where !isPlain(byte) {
        guard let escape = escape(bytes[index...]) else { continue }
        text += bytes[start..<index]
        text += escape.text.utf8
        start = index + escape.length
      }
      text += bytes[start...]
    }
    text.append(UInt8(ascii: "\""))
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
