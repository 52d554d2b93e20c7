extension Document {
  /// The canonical text: JSON with sorted keys and no spaces.
  ///
  /// Equal tariffs have equal texts, whether they were written in YAML or JSON and in whatever order
  /// of keys; this is what is stored and hashed.
  public var jsonText: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch content {
    case .scalar(let scalar, let quoted):
      if !quoted, Document.isJSONLiteral(scalar) {
        text += scalar == "~" || scalar.isEmpty ? "null" : scalar
      } else {
        Document.writeString(scalar, to: &text)
      }
    case .sequence(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.write(to: &text)
      }
      text += "]"
    case .mapping(let members):
      text += "{"
      let sorted = members.sorted {
        $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
      }
      for (index, member) in sorted.enumerated() {
        if index > 0 { text += "," }
        Document.writeString(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func isJSONLiteral(_ scalar: String) -> Bool {
    switch scalar {
    case "true", "false", "null", "~", "": true
    default: isNumber(scalar)
    }
  }

  /// A whole number or a decimal, without leading zeros or an exponent.
  private static func isNumber(_ scalar: String) -> Bool {
    let digits = scalar.hasPrefix("-") ? scalar.dropFirst() : scalar[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      && (parts[0] == "0" || !parts[0].hasPrefix("0")) && scalar != "-0"
  }

  static func writeString(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
