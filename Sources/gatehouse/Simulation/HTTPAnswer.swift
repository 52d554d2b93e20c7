/// Reads the bytes of an answer of HTTP/1.
enum HTTPAnswer {
  /// Its status and body.
  static func parse(
    _ answer: [UInt8]
  ) throws(HTTPClient.NoAnswer) -> (status: Int, body: [UInt8]) {
    let words = answer.prefix { $0 != 0x0D }.split(separator: 0x20)
    guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)), words.count >= 2,
      let status = Int(String(decoding: words[1], as: UTF8.self))
    else { throw HTTPClient.NoAnswer(description: "the answer is no HTTP") }
    let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
    let body = answer[end.upperBound...]
    let isChunked = head.contains("\r\ntransfer-encoding: chunked")
    return (status, isChunked ? joined(body) : Array(body))
  }

  /// The chunks of a body, each behind its length.
  private static func joined(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var (rest, whole) = (body, [UInt8]())
    while let line = rest.firstRange(of: Array("\r\n".utf8)) {
      let digits = rest[..<line.lowerBound].prefix { $0 != UInt8(ascii: ";") }
      guard let count = Int(String(decoding: digits, as: UTF8.self), radix: 16), count > 0,
        rest.endIndex - line.upperBound >= count
      else { break }
      whole += rest[line.upperBound..<line.upperBound + count]
      rest = rest[(line.upperBound + count)...].dropFirst(2)
    }
    return whole
  }
}
