extension Int16: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `smallint`
  public static var sqlType: SQLType { .int2 }

  /// Writes two bytes.
  public func encode(into writer: inout ParameterWriter) { writer.append(self) }

  /// Reads any integer type whose value fits.
  public init(cell: Cell) throws(DatabaseError) { self = try cell.integer() }
}

extension Int32: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `integer`
  public static var sqlType: SQLType { .int4 }

  /// Writes four bytes.
  public func encode(into writer: inout ParameterWriter) { writer.append(self) }

  /// Reads any integer type whose value fits.
  public init(cell: Cell) throws(DatabaseError) { self = try cell.integer() }
}

extension Int64: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `bigint`
  public static var sqlType: SQLType { .int8 }

  /// Writes eight bytes.
  public func encode(into writer: inout ParameterWriter) { writer.append(self) }

  /// Reads any integer type.
  public init(cell: Cell) throws(DatabaseError) { self = try cell.integer() }
}

extension Int: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `bigint`
  public static var sqlType: SQLType { .int8 }

  /// Writes eight bytes.
  public func encode(into writer: inout ParameterWriter) { writer.append(Int64(self)) }

  /// Reads any integer type whose value fits.
  public init(cell: Cell) throws(DatabaseError) { self = try cell.integer() }
}

extension Cell {
  /// The value of a `smallint`, `integer` or `bigint`.
  fileprivate func integer<Integer: FixedWidthInteger>() throws(DatabaseError) -> Integer {
    let bytes = try bytes("an integer")
    let wide: Int64
    switch type {
    case SQLType.int8.oid: wide = try integer(Int64.self, bytes)
    case SQLType.int4.oid: wide = Int64(try integer(Int32.self, bytes))
    case SQLType.int2.oid: wide = Int64(try integer(Int16.self, bytes))
    default: throw failure("is of type \(type), not an integer")
    }
    guard let value = Integer(exactly: wide) else {
      throw failure("does not fit into \(Integer.self)")
    }
    return value
  }
}
