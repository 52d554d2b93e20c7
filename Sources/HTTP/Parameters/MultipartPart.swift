/// One part of a multipart/form-data body (RFC 7578).
struct MultipartPart {
  /// The field's name exactly as sent: a space at its start belongs to it (a camera sends one).
  let name: String
  let fileName: String?
  let contentType: String?
  let bytes: ArraySlice<UInt8>

  /// Reads a part's header lines.
  init(headers: ArraySlice<UInt8>, bytes: ArraySlice<UInt8>) throws(ParameterError) {
    var disposition: HeaderValue?
    var contentType: String?
    for line in try Self.lines(of: headers) {
      switch line.name {
      case "content-disposition": disposition = HeaderValue(line.value)
      case "content-type": contentType = String(validating: line.value, as: UTF8.self)
      case "content-transfer-encoding":
        let encoding = String(decoding: line.value, as: UTF8.self).lowercased()
        guard ["7bit", "8bit", "binary"].contains(encoding) else {
          throw .malformedBody(.transferEncoding)
        }
      default: break
      }
    }
    guard let disposition, disposition.first.lowercased() == "form-data",
      let name = disposition.parameters["name"]
    else { throw .malformedBody(.partWithoutName) }
    self.name = name
    self.fileName = disposition.parameters["filename"]
    self.contentType = contentType
    self.bytes = bytes
  }

  /// Whether this is a file: it has a file name, or a type that is no text.
  var isFile: Bool {
    if fileName != nil { return true }
    guard let type = contentType?.lowercased() else { return false }
    return ["image/", "video/", "audio/", "application/octet-stream"].contains {
      type.utf8.starts(with: $0.utf8)
    }
  }

  private static func lines(
    of headers: ArraySlice<UInt8>
  ) throws(ParameterError) -> [(name: String, value: [UInt8])] {
    var lines: [(name: String, value: [UInt8])] = []
    var rest = headers
    while !rest.isEmpty {
      let end = rest.firstRange(ofLineEndFrom: rest.startIndex) ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[min(end + 2, rest.endIndex)...]
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
        throw .malformedBody(.malformedPart)
      }
      var value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      while value.last == 0x20 || value.last == 0x09 { value.removeLast() }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      lines.append((name: name, value: Array(value)))
    }
    return lines
  }
}

extension ArraySlice<UInt8> {
  /// The index of the next CR LF.
  fileprivate func firstRange(ofLineEndFrom start: Int) -> Int? {
    var index = start
    while index + 1 < endIndex {
      if self[index] == 0x0D && self[index + 1] == 0x0A { return index }
      index += 1
    }
    return nil
  }
}
