/// A header of the form `first; name=value; name="quoted value"`.
struct HeaderValue {
  /// What stands before the first semicolon, trimmed.
  let first: String
  /// The parameters by lower-case name.
  let parameters: [String: String]

  /// nil if it is not UTF-8, a quote is not closed, or a parameter has no value or comes twice.
  init?(_ bytes: [UInt8]) {
    var pieces = Self.cut(bytes)[...]
    guard let head = pieces.popFirst(), let first = Self.text(Self.trimmed(head)) else {
      return nil
    }
    var parameters: [String: String] = [:]
    for piece in pieces {
      let pair = Self.trimmed(piece)
      if pair.isEmpty { continue }
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
        let name = Self.text(Self.trimmed(pair[..<equals]))?.lowercased(),
        let value = Self.value(Self.trimmed(pair[(equals + 1)...])),
        parameters.updateValue(value, forKey: name) == nil
      else { return nil }
    }
    self.first = first
    self.parameters = parameters
  }

  /// The pieces between semicolons that are not inside quotes.
  private static func cut(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where isQuoted: index += isEscape(bytes[...], at: index) ? 1 : 0
      case UInt8(ascii: ";") where !isQuoted:
        pieces.append(bytes[start..<index])
        start = index + 1
      default: break
      }
      index += 1
    }
    return pieces + [bytes[start...]]
  }

  /// Whether a backslash escapes what follows. Only before a quote or another backslash: browsers
  /// send a Windows path in a file name as it is.
  private static func isEscape(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.endIndex else { return false }
    return bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "\\")
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.first == UInt8(ascii: "\"") else { return text(bytes) }
    var unquoted: [UInt8] = []
    var index = bytes.startIndex + 1
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\"") {
        return index == bytes.endIndex - 1 ? text(unquoted[...]) : nil
      }
      if bytes[index] == UInt8(ascii: "\\") && isEscape(bytes, at: index) { index += 1 }
      unquoted.append(bytes[index])
      index += 1
    }
    return nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while rest.last == 0x20 || rest.last == 0x09 { rest.removeLast() }
    return rest
  }
}
