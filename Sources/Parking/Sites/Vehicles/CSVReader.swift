/// Reads CSV (RFC 4180) into records with the lines where they begin.
///
/// Ours rather than a package's, because every bad row has to be named by the line of the file:
/// the packages at hand number records, which differ from lines as soon as a note has a line break.
struct CSVReader {
  /// One record and the line on which it begins, from 1.
  struct Record: Equatable {
    let line: Int
    let fields: [String]
  }

  /// Why a text is no CSV.
  struct SyntaxError: Error, Equatable {
    let line: Int
    let message: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  /// Begins after a byte order mark, if there is one.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next record, nil at the end; empty lines are passed over.
  mutating func next() throws(SyntaxError) -> Record? {
    while let byte = peek, byte == 0x0A || byte == 0x0D { skipLineBreak() }
    guard peek != nil else { return nil }
    let first = line
    var fields = [try field()]
    while peek == 0x2C {
      position += 1
      fields.append(try field())
    }
    if peek != nil { skipLineBreak() }
    return Record(line: first, fields: fields)
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// LF, CR LF or CR alone.
  private mutating func skipLineBreak() {
    let isReturn = bytes[position] == 0x0D
    position += 1
    if isReturn, peek == 0x0A { position += 1 }
    line += 1
  }

  private mutating func field() throws(SyntaxError) -> String {
    guard peek != 0x22 else { return try quoted() }
    let start = position
    while let byte = peek, byte != 0x2C, byte != 0x0A, byte != 0x0D {
      guard byte != 0x22 else {
        throw SyntaxError(line: line, message: "a quotation mark inside a field without quotes")
      }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quoted() throws(SyntaxError) -> String {
    let first = line
    var text: [UInt8] = []
    position += 1
    while let byte = peek {
      position += 1
      if byte == 0x0A || byte == 0x0D && peek != 0x0A { line += 1 }
      guard byte == 0x22 else {
        text.append(byte)
        continue
      }
      guard peek == 0x22 else { return try closed(text) }
      text.append(byte)
      position += 1
    }
    throw SyntaxError(line: first, message: "a field in quotes that does not end")
  }

  private func closed(_ text: [UInt8]) throws(SyntaxError) -> String {
    switch peek {
    case nil, 0x2C, 0x0A, 0x0D: return String(decoding: text, as: UTF8.self)
    default: throw SyntaxError(line: line, message: "text after a field in quotes")
    }
  }
}
