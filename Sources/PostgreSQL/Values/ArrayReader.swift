/// Reads PostgreSQL's binary format of an array, `array_send` in its `arrayfuncs.c`.
struct ArrayReader {
  let cell: Cell
  let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var type: UInt32 = 0

  init(cell: Cell, bytes: UnsafeRawBufferPointer) {
    self.cell = cell
    self.bytes = bytes
  }

  /// Reads what stands in front of the elements and returns their number.
  mutating func header() throws(DatabaseError) -> Int {
    let dimensions = try integer(Int32.self)
    _ = try integer(Int32.self)  // flags
    type = try integer(UInt32.self)
    // Twelve bytes of some other type could pass for an array's head.
    guard ArrayReader.isArray(cell.type, of: type), dimensions == 0 || dimensions == 1 else {
      throw cell.failure("is of type \(cell.type), not an array of one dimension")
    }
    guard dimensions == 1 else { return 0 }
    let count = Int(try integer(Int32.self))
    _ = try integer(Int32.self)  // lower bound
    guard count >= 0, count <= (bytes.count - offset) / 4 else { throw malformed }
    return count
  }

  /// Reads the next element.
  mutating func element() throws(DatabaseError) -> Cell {
    let length = Int(try integer(Int32.self))
    guard length >= 0 else { return cell.element(type, nil) }
    guard length <= bytes.count - offset else { throw malformed }
    defer { offset += length }
    return cell.element(
      type, UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)]))
  }

  private mutating func integer<Integer: FixedWidthInteger>(
    _ type: Integer.Type
  ) throws(DatabaseError) -> Integer {
    let size = MemoryLayout<Integer>.size
    guard bytes.count - offset >= size else { throw malformed }
    defer { offset += size }
    return Integer(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Integer.self))
  }

  private var malformed: DatabaseError { cell.failure("is no array") }

  /// Whether a column's type is the array of the element's type that its bytes name.
  private static func isArray(_ array: UInt32, of element: UInt32) -> Bool {
    let known: [SQLType] = [
      .bool, .name, .int8, .int2, .int4, .text, .json, .bpchar, .varchar, .date, .time,
      .timestamptz, .uuid, .jsonb,
    ]
    if known.contains(where: { $0.arrayOID == array && $0.oid == element }) { return true }
    return array >= SQLType.firstUserDefined
  }
}
