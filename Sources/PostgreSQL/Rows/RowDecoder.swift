/// Reads a row's columns one after another, in the order of the statement.
///
/// ```swift
/// var columns = row.columns
/// let stay = try Stay(id: columns.next(), plate: columns.next(), enteredAt: columns.next())
/// ```
public struct RowDecoder {
  let row: Row
  private var column = 0

  init(row: Row) {
    self.row = row
  }

  /// Decodes the next column.
  ///
  /// - Throws: `badColumn` when there is none left, for another type or an unexpected NULL.
  @inlinable
  public mutating func next<Value: SQLDecodable>(
    _ type: Value.Type = Value.self
  ) throws(DatabaseError) -> Value {
    try Value(cell: nextCell())
  }

  /// The next column as a record, for decoding its fields one after another.
  ///
  /// - Throws: `badColumn` when there is none left or it is no record.
  public mutating func record() throws(DatabaseError) -> RecordDecoder {
    try RecordDecoder(nextCell())
  }

  /// The next column, not decoded yet.
  public mutating func nextCell() throws(DatabaseError) -> Cell {
    defer { column += 1 }
    return try row.cell(at: column)
  }
}
