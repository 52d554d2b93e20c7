/// The body of a request.
struct HTTPContent {
  /// Its media type.
  let type: String
  let bytes: [UInt8]

  init(_ type: String, _ bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  init(_ type: String, text: String) {
    self.init(type, Array(text.utf8))
  }
}
