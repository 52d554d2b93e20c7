import Foundation

/// Multipart bodies of devices, which leave out names, lengths and the last boundary.
enum Multipart {
  private static let maximumParts = 1000

  /// One part; the bytes are a slice of the body.
  struct Part {
    var name: String?
    var fileName: String?
    var bytes: ArraySlice<UInt8>
  }

  /// The parts in order, whatever can be made out. The boundary is the body's own first line if that
  /// begins with `--`, since some cameras name another in the header.
  static func parts(of body: [UInt8], contentType: String?) -> [Part] {
    guard let delimiter = delimiter(of: body, contentType: contentType) else { return [] }
    var parts: [Part] = []
    var start = body.range(of: delimiter, from: 0)?.upperBound
    while let from = start, parts.count < maximumParts {
      let next = body.range(of: delimiter, from: from)
      let end = next?.lowerBound ?? body.count
      if body[from..<end].starts(with: "--".utf8) { break }
      parts.append(part(body[from..<end]))
      start = next?.upperBound
    }
    return parts
  }

  private static func delimiter(of body: [UInt8], contentType: String?) -> [UInt8]? {
    let start = body.firstIndex { $0 > 0x20 } ?? 0
    let line = body[start...].prefix(200).prefix { $0 != 0x0D && $0 != 0x0A }
    if (3...72).contains(line.count), line.starts(with: "--".utf8) { return Array(line) }
    guard let contentType, let name = contentType.lowercased().range(of: "boundary=") else {
      return nil
    }
    let value = contentType[name.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
    return value.isEmpty || value.utf8.count > 70 ? nil : Array("--\(value)".utf8)
  }

  /// Headers up to an empty line, then the content without the line end before the next delimiter.
  private static func part(_ bytes: ArraySlice<UInt8>) -> Part {
    var content = bytes
    if content.last == 0x0A { content.removeLast() }
    if content.last == 0x0D { content.removeLast() }
    let crlf = content.range(of: [0x0D, 0x0A, 0x0D, 0x0A], from: content.startIndex)
    let end = crlf ?? content.range(of: [0x0A, 0x0A], from: content.startIndex)
    guard let end else { return Part(bytes: content) }
    let headers = DeviceText.decode(Array(content[..<end.lowerBound]))
    return Part(
      name: parameter("name", in: headers), fileName: parameter("filename", in: headers),
      bytes: content[end.upperBound...])
  }

  /// The value of a parameter of Content-Disposition, in quotes or bare.
  private static func parameter(_ name: String, in headers: String) -> String? {
    let lines = headers.split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") })
    else { return nil }
    for parameter in line.split(separator: ";").dropFirst() {
      let halves = parameter.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].filter({ $0 != " " }).lowercased() == name else {
        continue
      }
      return halves[1].filter { $0 != "\"" }
    }
    return nil
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Where the bytes next stand, from `start` on.
  func range(of pattern: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = pattern.first else { return nil }
    var rest = self[start...]
    while let index = rest.firstIndex(of: first) {
      if self[index...].starts(with: pattern) { return index..<index + pattern.count }
      rest = self[(index + 1)...]
    }
    return nil
  }
}
