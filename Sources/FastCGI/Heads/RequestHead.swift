internal import Glibc
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
  /// does not know or that is empty is ignored: nginx sends a header that is not there as empty.
  mutating func add(_ parameter: UnsafeBufferPointer<UInt8>) {
    guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")), equals + 1 < parameter.count
    else { return }
    let name = UnsafeBufferPointer(rebasing: parameter[..<equals])
    let value = UnsafeBufferPointer(rebasing: parameter[(equals + 1)...])
    if name.spells("QUERY_STRING") {
      // It stays bytes: the decoder of forms checks it and knows the name to complain about.
      request.query = Array(value)
    } else if let text = Self.text(value) {
      set(name, text)
    } else if invalidParameter == nil {
      invalidParameter = String(decoding: name, as: UTF8.self)
    }
  }

  /// The text; nil if it is not UTF-8. Nearly all are ASCII, which needs no second look.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return String(validating: bytes, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: bytes.count) { $0.initialize(fromContentsOf: bytes) }
  }

  private mutating func set(_ name: UnsafeBufferPointer<UInt8>, _ text: String) {
    if name.spells("HTTP_HOST") {
      request.host = text
      setHeader(name, text)
    } else if name.spells("REQUEST_METHOD") {
      request.method = Request.Method(text)
    } else if name.spells("REQUEST_URI") {
      request.path = Self.path(of: text)
    } else if name.spells("CONTENT_TYPE") {
      request.contentType = text
    } else if name.spells("CONTENT_LENGTH") {
      contentLength = Self.length(text)
    } else if name.spells("REMOTE_ADDR") {
      request.remoteAddress = text
    } else if name.spells("REQUEST_SCHEME") {
      request.scheme = text
    } else if name.spells("REQUEST_ID") {
      request.requestID = text
    } else if name.spells("GATEHOUSE_PARK") {
      request.park = text
    } else if name.spells("GATEHOUSE_CLIENT_CERTIFICATE") {
      request.clientCertificate = ClientCertificate.der(escapedPEM: text)
    } else if !name.spells("HTTP_PROXY") {
      // The variable of the environment that tells clients which proxy to use is no header here.
      setHeader(name, text)
    }
  }

  private static func path(of address: String) -> String {
    guard let end = address.utf8.firstIndex(of: UInt8(ascii: "?")) else { return address }
    return String(address[..<end])
  }

  private mutating func setHeader(_ name: UnsafeBufferPointer<UInt8>, _ text: String) {
    let prefix = 5  // HTTP_
    guard name.count > prefix,
      UnsafeBufferPointer(rebasing: name[..<prefix]).spells("HTTP_")
    else { return }
    let letters = name[prefix...]
    let header = String(unsafeUninitializedCapacity: letters.count) { buffer in
      buffer.initialize(fromContentsOf: letters.lazy.map(Self.headerLetter))
    }
    request.headers[header] = text
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
    let isNumber = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return isNumber ? Int(text) : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of that text.
  fileprivate func spells(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && memcmp(baseAddress ?? text.utf8Start, text.utf8Start, count) == 0
  }
}
