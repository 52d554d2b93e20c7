/// An array of bytes is `bytea`.
extension UInt8: SQLArrayElement {
  /// `bytea`
  public static var sqlArrayType: SQLType { .bytea }

  /// Writes the bytes.
  public static func encode(array: [UInt8], into writer: inout ParameterWriter) {
    writer.bytes.append(contentsOf: array)
  }

  /// Reads `bytea`, or the UTF-8 of a text or a JSON document.
  public static func decode(arrayFrom cell: Cell) throws(DatabaseError) -> [UInt8] {
    let bytes = try cell.bytes("bytea")
    switch cell.type {
    case SQLType.bytea.oid: return Array(bytes)
    case SQLType.jsonb.oid: return Array(try cell.jsonbText(bytes))
    case let type where SQLType.isText(type): return Array(bytes)
    default: throw cell.failure("is of type \(cell.type), not bytea")
    }
  }
}
