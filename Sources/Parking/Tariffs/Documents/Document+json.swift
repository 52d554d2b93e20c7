extension Document {
  /// The canonical text: JSON with sorted keys and no spaces.
  ///
  /// Equal tariffs have equal texts, whether they were written in YAML or JSON and in whatever order
  /// of keys; this is what is stored and hashed.
  public var jsonText: String {
    var json = CanonicalJSON()
    write(to: &json)
    return json.text
  }

  /// Writes the canonical text.
  func write(to json: inout CanonicalJSON) {
    switch content {
    case .scalar(let scalar, let quoted):
      if !quoted, Document.isJSONLiteral(scalar) {
        json.append(literal: scalar == "~" || scalar.isEmpty ? "null" : scalar)
      } else {
        json.append(quoting: scalar)
      }
    case .sequence(let items):
      json.append("[")
      for (index, item) in items.enumerated() {
        if index > 0 { json.append(",") }
        item.write(to: &json)
      }
      json.append("]")
    case .mapping(let members):
      json.append("{")
      // The order of UTF-8 bytes is that of Unicode scalars.
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { json.append(",") }
        json.append(quoting: member.key)
        json.append(":")
        member.value.write(to: &json)
      }
      json.append("}")
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
}
