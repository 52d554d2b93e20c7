extension String: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `text`
  public static var sqlType: SQLType { .text }

  /// Writes UTF-8. U+0000 is refused: PostgreSQL cannot store it, and a text parameter would end
  /// there silently.
  public func encode(into writer: inout ParameterWriter) {
    var text = self
    let holdsNUL = text.withUTF8 { source in
      writer.bytes.append(contentsOf: source)
      return source.holdsNUL
    }
    if holdsNUL { writer.fail("a text holds the character U+0000") }
  }

  /// Reads text of any kind: `text`, `varchar`, `char`, `name`, domains over them, enums, `json`,
  /// `jsonb`, and `uuid` in its usual form.
  public init(cell: Cell) throws(DatabaseError) {
    let bytes = try cell.bytes("text")
    switch cell.type {
    case SQLType.uuid.oid:
      self = try String(uuid: bytes, of: cell)
    case SQLType.jsonb.oid:
      self = String(decoding: try cell.jsonbText(bytes), as: UTF8.self)
    case let type where SQLType.isText(type):
      // Typed bytes take the short way into a String, raw ones do not.
      self = String(decoding: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
    case SQLType.firstUserDefined...:
      // An enum or an extension's text. What is no text (a composite, say) has zero bytes.
      guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
        throw cell.failure("is of type \(cell.type), not text")
      }
      self = text
    default:
      throw cell.failure("is of type \(cell.type), not text")
    }
  }

  private init(uuid bytes: UnsafeRawBufferPointer, of cell: Cell) throws(DatabaseError) {
    guard bytes.count == 16 else { throw cell.failure("is no uuid of 16 bytes") }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    self.init(decoding: text, as: UTF8.self)
  }
}

extension SQLType {
  /// Whether the binary format of this type is its text.
  static func isText(_ oid: UInt32) -> Bool {
    switch oid {
    case text.oid, varchar.oid, bpchar.oid, name.oid, json.oid, unknown.oid: true
    default: false
    }
  }
}
