/// Cuts a multipart body at its boundary (RFC 2046, 5.1.1). Lines end with CR LF.
///
/// Takes time in proportion to the bytes: every position is compared with the delimiter once, and
/// the delimiter has 74 bytes at most.
struct MultipartReader {
  private static let longestHeaders = 8192

  private let bytes: [UInt8]
  /// CR LF, two hyphens and the boundary.
  private let delimiter: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8], boundary: String?) throws(ParameterError) {
    guard let boundary, (1...70).contains(boundary.utf8.count) else {
      throw .malformedBody(.noBoundary)
    }
    self.bytes = bytes
    delimiter = [0x0D, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "-")] + boundary.utf8
    try skipPreamble()
  }

  /// The next part; nil after the last.
  mutating func next() throws(ParameterError) -> MultipartPart? {
    if hasPrefix([UInt8(ascii: "-"), UInt8(ascii: "-")], at: index) { return nil }
    while index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x09) { index += 1 }
    guard hasPrefix([0x0D, 0x0A], at: index) else { throw .malformedBody(.cutShort) }
    // The line end before an empty block of headers is the one before the content as well.
    let headersStart = index + 2
    let limit = min(bytes.count, headersStart + Self.longestHeaders)
    guard let headersEnd = find([0x0D, 0x0A, 0x0D, 0x0A], from: index, to: limit) else {
      throw .malformedBody(.malformedPart)
    }
    let start = headersEnd + 4
    guard let end = find(delimiter, from: start - 2, to: bytes.count) else {
      throw .malformedBody(.cutShort)
    }
    index = end + delimiter.count
    return try MultipartPart(
      headers: bytes[headersStart..<max(headersStart, headersEnd)],
      bytes: bytes[start..<max(start, end)])
  }

  /// Moves behind the first boundary, which stands at the start or after a line end.
  private mutating func skipPreamble() throws(ParameterError) {
    if hasPrefix(delimiter.dropFirst(2), at: 0) {
      index = delimiter.count - 2
      return
    }
    guard let start = find(delimiter, from: 0, to: bytes.count) else {
      throw .malformedBody(.cutShort)
    }
    index = start + delimiter.count
  }

  /// Where the pattern begins first, at `start` or behind it, and ends before `end`.
  private func find(_ pattern: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start
    while index + pattern.count <= end {
      if bytes[index] == pattern[0] && hasPrefix(pattern[...], at: index) { return index }
      index += 1
    }
    return nil
  }

  private func hasPrefix(_ pattern: some Collection<UInt8>, at index: Int) -> Bool {
    index + pattern.count <= bytes.count && bytes[index...].starts(with: pattern)
  }
}
