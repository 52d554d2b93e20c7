import Testing

/// A body as a camera in the field may send it, which no vendor's document shows.
struct Variant: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let contentType: String?
  let body: [UInt8]

  init(_ name: String, _ body: String, type: String? = "application/json") {
    self.init(name, bytes: Array(body.utf8), type: type)
  }

  init(_ name: String, bytes: [UInt8], type: String?) {
    (testDescription, body, contentType) = (name, bytes, type)
  }

  /// 苏E88888 in GBK.
  static let gbkPlate: [UInt8] = [0xCB, 0xD5] + Array("E88888".utf8)

  /// A multipart body; a part is its header lines and its content.
  static func multipart(
    boundary: String = "b", lineEnd: String = "\r\n", _ parts: [(String, [UInt8])]
  ) -> [UInt8] {
    parts.flatMap { head, content in
      Array("--\(boundary)\(lineEnd)\(head)\(lineEnd)\(lineEnd)".utf8) + content
        + Array(lineEnd.utf8)
    } + Array("--\(boundary)--\(lineEnd)".utf8)
  }

  /// The same text in UTF-16 with a byte order mark.
  static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}
