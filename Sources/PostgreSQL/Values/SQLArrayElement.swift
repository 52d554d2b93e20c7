/// A type of which a Swift array is one value of PostgreSQL.
///
/// A type that is ``SQLEncodable`` and ``SQLDecodable`` needs only to declare the conformance.
public protocol SQLArrayElement {
  /// The type of the whole array.
  static var sqlArrayType: SQLType { get }

  /// Writes an array.
  static func encode(array: [Self], into writer: inout ParameterWriter)

  /// Reads an array.
  ///
  /// - Throws: `badColumn` for another type, more than one dimension or an unexpected NULL.
  static func decode(arrayFrom cell: Cell) throws(DatabaseError) -> [Self]
}

extension SQLArrayElement where Self: SQLEncodable & SQLDecodable {
  /// PostgreSQL's array of the element's type.
  public static var sqlArrayType: SQLType { SQLType(sqlType.arrayOID) }

  /// Writes dimensions, bounds and elements.
  public static func encode(array: [Self], into writer: inout ParameterWriter) {
    guard !array.isEmpty else {
      writer.append(Int32(0))  // dimensions
      writer.append(Int32(0))  // flags
      writer.append(sqlType.oid)
      return
    }
    writer.append(Int32(1))  // dimensions
    writer.append(Int32(1))  // flags: may hold NULL
    writer.append(sqlType.oid)
    writer.append(Int32(truncatingIfNeeded: array.count))
    writer.append(Int32(1))  // lower bound
    for element in array {
      writer.appendCounted { element.encode(into: &$0) }
    }
  }

  /// Reads the elements of an array of one dimension.
  public static func decode(arrayFrom cell: Cell) throws(DatabaseError) -> [Self] {
    var reader = ArrayReader(cell: cell, bytes: try cell.bytes("an array"))
    let count = try reader.header()
    var array: [Self] = []
    array.reserveCapacity(count)
    for _ in 0..<count {
      array.append(try Self(cell: try reader.element()))
    }
    return array
  }
}

extension Optional: SQLArrayElement where Wrapped: SQLEncodable & SQLDecodable {}

extension Array: SQLEncodable where Element: SQLArrayElement {
  /// The array's type; `bytea` for bytes.
  public static var sqlType: SQLType { Element.sqlArrayType }

  /// Writes the array.
  public func encode(into writer: inout ParameterWriter) {
    Element.encode(array: self, into: &writer)
  }
}

extension Array: SQLDecodable where Element: SQLArrayElement {
  /// Reads the array.
  public init(cell: Cell) throws(DatabaseError) {
    self = try Element.decode(arrayFrom: cell)
  }
}
