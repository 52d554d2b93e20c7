internal import HTTP

/// The lines before an answer's body, as a FastCGI responder writes them: `Status` first, then the
/// headers, then an empty line (RFC 3875, 6).
struct ResponseHead {
  let bytes: [UInt8]
  /// False for an answer that never has a body, 204 and 304.
  let allowsBody: Bool

  /// The lines, with a Content-Length that counts the body even if HEAD leaves it out; none for an
  /// answer that never has a body.
  ///
  /// nil if the status is none, if a header's name or value would not stay in its line, or if a
  /// header is one of the two that are written here.
  init?(_ response: Response) {
    guard let status = StatusLine(response.status) else { return nil }
    allowsBody = response.status != 204 && response.status != 304
    var lines: [UInt8] = []
    lines.reserveCapacity(256)
    Self.add("Status", status.text, to: &lines)
    for header in response.headers {
      guard Self.isName(header.name), Self.isValue(header.value) else { return nil }
      Self.add(header.name, header.value, to: &lines)
    }
    if allowsBody { Self.add("Content-Length", String(response.body.count), to: &lines) }
    lines.append(0x0D)
    lines.append(0x0A)
    bytes = lines
  }

  private static func add(_ name: String, _ value: String, to lines: inout [UInt8]) {
    add(name, to: &lines)
    lines.append(UInt8(ascii: ":"))
    lines.append(UInt8(ascii: " "))
    add(value, to: &lines)
    lines.append(0x0D)
    lines.append(0x0A)
  }

  private static func add(_ text: String, to lines: inout [UInt8]) {
    var text = text
    text.withUTF8 { lines.append(contentsOf: $0) }
  }

  /// The headers that are written here.
  private static let reserved = ["status", "content-length"]

  /// A header's name is a token (RFC 9110, 5.6.2), of which we need letters and digits alone.
  private static func isName(_ name: String) -> Bool {
    guard allBytes(of: name, isNameByte), !name.isEmpty else { return false }
    for taken in reserved where taken.utf8.count == name.utf8.count {
      if taken == name.lowercased() { return false }
    }
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isValue(_ value: String) -> Bool {
    // CR, LF and NUL; other control characters have no business in a header either.
    allBytes(of: value) { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
  }

  private static func allBytes(of text: String, _ fit: (UInt8) -> Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in bytes.allSatisfy(fit) }
  }
}
