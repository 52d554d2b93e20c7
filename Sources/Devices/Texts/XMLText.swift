/// The text between the tags of an XML document.
enum XMLText {
  /// The text with the five named references and the numbered ones resolved; any other reference
  /// stays as it is written, since there is no document type to define it.
  static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var result: [UInt8] = []
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<ampersand]
      let head = rest[(ampersand + 1)...].prefix(10)
      if let end = head.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: head[..<end], as: UTF8.self))
      {
        result += String(Character(scalar)).utf8
        rest = rest[(end + 1)...]
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest[(ampersand + 1)...]
      }
    }
    return result + rest
  }

  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    switch reference {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default: numbered(reference)
    }
  }

  private static func numbered(_ reference: String) -> Unicode.Scalar? {
    guard reference.hasPrefix("#") else { return nil }
    let number =
      reference.hasPrefix("#x")
      ? UInt32(reference.dropFirst(2), radix: 16) : UInt32(reference.dropFirst())
    return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
