internal import HTTP

/// A request before its body was read, built up from FastCGI parameters.
///
/// nginx decides which parameters there are; see the allow-list in its configuration.
struct RequestHead {
  private(set) var request = Request(scheme: "http", host: "")
  /// The length of the body in bytes; nil if CONTENT_LENGTH is no number.
  private(set) var contentLength: Int? = 0
  /// The first parameter that is not UTF-8.
  private(set) var invalidParameter: String?

  /// Adds a parameter as `NAME=value`. One that comes twice counts as it came last; one that this
  /// does not know is ignored.
  mutating func add(_ parameter: UnsafeBufferPointer<UInt8>) {
    guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { return }
    let name = String(
      decoding: UnsafeBufferPointer(rebasing: parameter[..<equals]), as: UTF8.self)
    let value = UnsafeBufferPointer(rebasing: parameter[(equals + 1)...])
    if name == "QUERY_STRING" {
      // It stays bytes: the decoder of forms checks it and knows the name to complain about.
      request.query = Array(value)
    } else if let text = Self.text(value) {
      set(name, text)
    } else if invalidParameter == nil {
      invalidParameter = name
    }
  }

  /// The text; nil if it is not UTF-8. Nearly all are ASCII, which needs no second look.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    bytes.allSatisfy { $0 < 0x80 }
      ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
  }

  private mutating func set(_ name: String, _ text: String) {
    switch name {
    case "REQUEST_METHOD": request.method = Request.Method(text)
    case "REQUEST_URI":
      request.path = String(decoding: text.utf8.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    case "CONTENT_TYPE": request.contentType = text.isEmpty ? nil : text
    case "CONTENT_LENGTH": contentLength = Self.length(text)
    case "REMOTE_ADDR": request.remoteAddress = text
    case "REQUEST_SCHEME": request.scheme = text
    case "REQUEST_ID": request.requestID = text
    case "GATEHOUSE_PARK": request.park = text.isEmpty ? nil : text
    // The variable of the environment that tells clients which proxy to use: not a header here.
    case "HTTP_PROXY": break
    default: setHeader(name, text)
    }
  }

  private mutating func setHeader(_ name: String, _ text: String) {
    let prefix = "HTTP_"
    guard name.utf8.starts(with: prefix.utf8) else { return }
    let letters = name.utf8.dropFirst(prefix.utf8.count).map(Self.headerLetter)
    let header = String(decoding: letters, as: UTF8.self)
    request.headers[header] = text.isEmpty ? nil : text
    if header == "host" { request.host = text }
  }

  /// `IF_NONE_MATCH` is `if-none-match`.
  private static func headerLetter(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "_"): UInt8(ascii: "-")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter | 0x20
    default: letter
    }
  }

  private static func length(_ text: String) -> Int? {
    if text.isEmpty { return 0 }
    let isNumber = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return isNumber ? Int(text) : nil
  }
}
