/// One value of a row as PostgreSQL sent it, in binary.
public struct Cell {
  let result: ResultHandle
  let column: Int32
  let type: UInt32
  /// Nil for NULL. Lives as long as `result`.
  let bytes: UnsafeRawBufferPointer?

  /// Whether the value is NULL.
  public var isNull: Bool { bytes == nil }

  /// An error that names this column.
  ///
  /// - Parameter reason: must not quote the value, since errors are logged.
  public func failure(_ reason: String) -> DatabaseError {
    .badColumn(result.columnName(column) ?? "#\(column)", reason)
  }

  /// The bytes of a value that must be of this type.
  func bytes(of expected: SQLType, _ name: StaticString) throws(DatabaseError)
    -> UnsafeRawBufferPointer
  {
    guard type == expected.oid else { throw failure("is of type \(type), not \(name)") }
    return try bytes(name)
  }

  /// The bytes of a value that must not be NULL.
  func bytes(_ name: StaticString) throws(DatabaseError) -> UnsafeRawBufferPointer {
    guard let bytes else { throw failure("is NULL, not \(name)") }
    return bytes
  }

  /// The same column, another piece of its bytes: an element of an array.
  func element(_ type: UInt32, _ bytes: UnsafeRawBufferPointer?) -> Cell {
    Cell(result: result, column: column, type: type, bytes: bytes)
  }

  /// Reads a big-endian integer that must fill `bytes`.
  func integer<Integer: FixedWidthInteger>(
    _ type: Integer.Type, _ bytes: UnsafeRawBufferPointer
  ) throws(DatabaseError) -> Integer {
    guard bytes.count == MemoryLayout<Integer>.size else {
      throw failure("has \(bytes.count) bytes where \(Integer.self) was expected")
    }
    return Integer(bigEndian: bytes.loadUnaligned(as: Integer.self))
  }
}
