extension String {
  /// The first so many Unicode scalars.
  func prefix(scalars limit: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(limit)))
  }

  /// Without ASCII white space and control characters at its ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else {
      return self
    }
    let start = utf8.drop { $0 <= 0x20 }
    let count = start.reversed().drop { $0 <= 0x20 }.count
    return String(decoding: start.prefix(count), as: UTF8.self)
  }
}
