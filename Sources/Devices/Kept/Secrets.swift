import HTTP

/// Passwords that cameras send about: Vzenith's heartbeat has the administrator's in clear.
enum Secrets {
  private static let names = ["pass_wd", "passwd", "password", "user_pwd"]

  /// Whether a field of that name holds a password.
  static func isName(_ name: String) -> Bool {
    names.contains { name.isLoosely($0) }
  }

  /// The text with the values of such fields left out, in JSON, forms, XML and multipart bodies.
  static func blanked(_ bytes: [UInt8]) -> [UInt8] {
    var kept = bytes
    for name in names {
      var start = 0
      while let end = place(of: Array(name.utf8), in: kept, from: start) {
        let value = valueRange(in: kept, after: end)
        kept.removeSubrange(value)
        start = max(end, value.lowerBound)
      }
    }
    return kept
  }

  /// Whether a password can be read in it still, as a device's body is read.
  static func remain(in bytes: [UInt8], contentType: String?) -> Bool {
    if let document = try? DeviceDocument.parse(bytes) { return remain(in: document) }
    let form = "application/x-www-form-urlencoded"
    return [contentType, form].contains { type in
      guard let fields = DeviceForm(body: bytes, contentType: type) else { return false }
      return names.contains { fields.text($0) != nil }
    }
  }

  private static func remain(in json: JSON) -> Bool {
    var level = [json]
    while !level.isEmpty {
      let members = level.flatMap { $0.members ?? [] }
      if members.contains(where: { isName($0.name) && $0.value.looseText != nil }) { return true }
      level = level.flatMap { $0.elements ?? [] } + members.map(\.value)
    }
    return false
  }

  /// Where the name ends that stands next, in any letter case.
  private static func place(of name: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= name.count else { return nil }
    var index = start
    while index <= bytes.count - name.count {
      if zip(name, bytes[index...]).allSatisfy({ $0 == $1 | 0x20 || $0 == $1 }) {
        return index + name.count
      }
      index += 1
    }
    return nil
  }

  /// The value behind a name's end; empty where none stands.
  private static func valueRange(in bytes: [UInt8], after end: Int) -> Range<Int> {
    var index = end
    func skip(_ characters: String) {
      while index < bytes.count, characters.utf8.contains(bytes[index]) { index += 1 }
    }
    skip("\"'\\ \t")
    let separator = index
    skip(":=> \t\r\n")
    guard index > separator else { return end..<end }
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      // The quotes stay, so that the text is what it was but for the value.
      return start + 1..<max(start + 1, min(index, bytes.count))
    }
    while index < bytes.count, !"&,}]<\r\n".utf8.contains(bytes[index]) { index += 1 }
    return start..<index
  }
}
