/// One row of a result.
public struct Row {
  let result: ResultHandle
  let index: Int32

  /// The number of columns.
  public var count: Int { Int(result.columnCount) }

  /// The columns from the first on, for decoding one after another: the fastest way.
  public var columns: RowDecoder { RowDecoder(row: self) }

  /// Decodes a column by its place, from 0.
  ///
  /// - Throws: `badColumn` for a column that is not there, another type or an unexpected NULL.
  @inlinable
  public func decode<Value: SQLDecodable>(
    _ type: Value.Type = Value.self, at column: Int
  ) throws(DatabaseError) -> Value {
    try Value(cell: cell(at: column))
  }

  /// Decodes a column by its name. Of several equal names it is the first.
  ///
  /// - Throws: `badColumn` for a column that is not there, another type or an unexpected NULL.
  @inlinable
  public func decode<Value: SQLDecodable>(
    _ type: Value.Type = Value.self, named name: String
  ) throws(DatabaseError) -> Value {
    try Value(cell: cell(named: name))
  }

  /// A value that is not decoded yet, by its place.
  public func cell(at column: Int) throws(DatabaseError) -> Cell {
    guard column >= 0, column < count else { throw .badColumn("#\(column)", "is not there") }
    return result.cell(row: index, column: Int32(truncatingIfNeeded: column))
  }

  /// A value that is not decoded yet, by its column's name.
  public func cell(named name: String) throws(DatabaseError) -> Cell {
    guard let column = result.column(named: name) else {
      throw .badColumn(name, "is not there")
    }
    return result.cell(row: index, column: column)
  }
}
