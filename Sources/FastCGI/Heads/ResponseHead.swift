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
    var lines = Array("Status: ".utf8)
    lines.reserveCapacity(256)
    lines += status.text.utf8
    lines += Self.lineEnd
    allowsBody = response.status != 204 && response.status != 304
    for header in response.headers {
      guard Self.isName(header.name), Self.isValue(header.value) else { return nil }
      lines += header.name.utf8
      lines += ": ".utf8
      lines += header.value.utf8
      lines += Self.lineEnd
    }
    if allowsBody { lines += "Content-Length: \(response.body.count)\r\n".utf8 }
    bytes = lines + Self.lineEnd
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  /// The headers that are written here.
  private static let reserved = ["status", "content-length"]

  /// A header's name is a token (RFC 9110, 5.6.2), of which we need letters and digits alone.
  private static func isName(_ name: String) -> Bool {
    let isReserved = reserved.contains {
      $0.utf8.count == name.utf8.count && $0 == name.lowercased()
    }
    return !name.isEmpty && !isReserved
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  private static func isValue(_ value: String) -> Bool {
    // CR, LF and NUL; other control characters have no business in a header either.
    !value.utf8.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }
  }
}
