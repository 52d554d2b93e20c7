extension Parameters {
  /// Adds the body's parameters, by its type.
  mutating func addBody(_ request: Request) throws(ParameterError) {
    guard let type = request.contentType.flatMap(MediaType.init), type.isUTF8 else {
      if request.body.isEmpty { return }
      throw .unsupportedContentType(request.contentType)
    }
    switch type.name {
    case "application/x-www-form-urlencoded": try addForm(request.body)
    case "multipart/form-data":
      try addMultipart(request.body, boundary: type.parameters["boundary"])
    case "application/json": try addObject(request.body)
    default: if !request.body.isEmpty { throw .unsupportedContentType(request.contentType) }
    }
  }

  /// Adds the pairs of a query or form: `+` is a space, and a pair without `=` is an empty text.
  mutating func addForm(_ bytes: [UInt8]) throws(ParameterError) {
    var rest = bytes[...]
    while let end = rest.place(of: UInt8(ascii: "&")) {
      try addPair(rest[..<end])
      rest = rest[(end + 1)...]
    }
    try addPair(rest)
  }

  private mutating func addPair(_ pair: ArraySlice<UInt8>) throws(ParameterError) {
    if pair.isEmpty { return }
    let equals = pair.place(of: UInt8(ascii: "=")) ?? pair.endIndex
    let name = try Self.decoded(pair[..<equals], of: nil)
    try add(name, .text(try Self.decoded(pair[equals...].dropFirst(), of: name)))
  }

  private static func decoded(
    _ bytes: ArraySlice<UInt8>, of name: String?
  ) throws(ParameterError) -> String {
    // Most are plain letters and digits, which stand for themselves.
    if bytes.allSatisfy(isPlain) { return String(decoding: bytes, as: UTF8.self) }
    let decoded = bytes.withUnsafeBufferPointer { $0.percentDecoded(plusIsSpace: true) }
    guard let decoded else { throw .malformedEscape }
    return try text(decoded[...], of: name)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0 && byte < 0x80 && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "+")
  }

  private mutating func addMultipart(
    _ bytes: [UInt8], boundary: String?
  ) throws(ParameterError) {
    var reader = try MultipartReader(bytes, boundary: boundary)
    while let part = try reader.next() {
      if part.isFile {
        let file = UploadedFile(
          name: part.name, fileName: part.fileName, contentType: part.contentType,
          bytes: Array(part.bytes))
        try add(part.name, .file(file))
      } else {
        if let type = part.contentType, MediaType(type)?.isUTF8 != true {
          throw .unsupportedContentType(type)
        }
        try add(part.name, .text(try Self.text(part.bytes, of: part.name)))
      }
    }
  }

  private mutating func addObject(_ bytes: [UInt8]) throws(ParameterError) {
    let members: [JSON.Member]?
    do {
      members = try JSON.parse(bytes, maximumDepth: maximumDepth).members
    } catch {
      switch error.reason {
      case .repeatedName(let name): throw .repeated(name: name)
      case .invalidUTF8: throw .invalidUTF8(name: nil)
      case .nul: throw .nul(name: nil)
      default: throw .malformedJSON(error)
      }
    }
    guard let members else { throw .notAnObject }
    for member in members { try add(member.name, .json(member.value)) }
  }

  private static func text(
    _ bytes: ArraySlice<UInt8>, of name: String?
  ) throws(ParameterError) -> String {
    if bytes.place(of: 0) != nil { throw .nul(name: name) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .invalidUTF8(name: name)
    }
    return text
  }
}
