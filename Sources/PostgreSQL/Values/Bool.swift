extension Bool: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `boolean`
  public static var sqlType: SQLType { .bool }

  /// Writes one byte.
  public func encode(into writer: inout ParameterWriter) { writer.append(UInt8(self ? 1 : 0)) }

  /// Reads a `boolean`.
  public init(cell: Cell) throws(DatabaseError) {
    self = try cell.integer(UInt8.self, cell.bytes(of: .bool, "boolean")) != 0
  }
}
