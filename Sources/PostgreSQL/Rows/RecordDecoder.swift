/// Reads the fields of a record one after another: of a column that is `row(…)`.
///
/// A result describes each of its columns anew each time, by name and type, and a record is one
/// column: a statement that is asked often gives what belongs together as a record. Where a column
/// of a domain has the type that it stands on, a field has the domain's own, which only a `String`
/// reads, and slowly: cast it in the statement (`o.plate::text`).
///
/// ```swift
/// var fields = try row.columns.record()
/// let stay = try Stay(id: fields.next(), plate: fields.next(), enteredAt: fields.next())
/// ```
public struct RecordDecoder {
  private let cell: Cell
  private let bytes: UnsafeRawBufferPointer
  private var offset = 4
  private var left: Int

  /// Reads PostgreSQL's binary format of a record, `record_send` in its `rowtypes.c`.
  init(_ cell: Cell) throws(DatabaseError) {
    self.cell = cell
    bytes = try cell.bytes(of: .record, "a record")
    guard bytes.count >= 4 else { throw cell.failure("is no record") }
    left = Int(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
  }

  /// Decodes the next field.
  ///
  /// - Throws: `badColumn` when there is none left, for another type or an unexpected NULL.
  @inlinable
  public mutating func next<Value: SQLDecodable>(
    _ type: Value.Type = Value.self
  ) throws(DatabaseError) -> Value {
    try Value(cell: nextCell())
  }

  /// The next field, not decoded yet.
  public mutating func nextCell() throws(DatabaseError) -> Cell {
    guard left > 0 else { throw cell.failure("has no more fields") }
    left -= 1
    let start = offset + 8
    guard start <= bytes.count else { throw cell.failure("is no record") }
    let type = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).bigEndian
    let length = Int(
      Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: Int32.self)))
    guard length >= 0 else {
      offset = start
      return cell.element(type, nil)
    }
    guard length <= bytes.count - start else { throw cell.failure("is no record") }
    offset = start + length
    return cell.element(type, UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
  }
}
