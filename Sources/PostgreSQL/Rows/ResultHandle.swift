import CPostgreSQL
import Glibc

/// The one owner of a `PGresult`. Values are copied out of it while it is held.
final class ResultHandle {
  let pointer: OpaquePointer
  let rowCount: Int32
  let columnCount: Int32

  /// Takes the result over; it is freed with this object.
  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
    rowCount = PQntuples(pointer)
    columnCount = PQnfields(pointer)
  }

  deinit {
    PQclear(pointer)
  }

  var status: ExecStatusType { PQresultStatus(pointer) }

  /// What the server says it did, such as `INSERT 0 1` or `COMMIT`.
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }

  /// The rows that the statement touched; zero for statements that touch none.
  var affected: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// A field of an error, nil where the server gave none.
  func diagnostic(_ field: Int32) -> String? {
    PQresultErrorField(pointer, field).map { String(cString: $0) }
  }

  func columnName(_ column: Int32) -> String? {
    PQfname(pointer, column).map { String(cString: $0) }
  }

  /// The first column of this name, compared byte by byte.
  func column(named name: String) -> Int32? {
    (0..<columnCount).first { columnName($0) == name }
  }

  /// A value. Both indices must be in range.
  func cell(row: Int32, column: Int32) -> Cell {
    let type = PQftype(pointer, column)
    guard PQgetisnull(pointer, row, column) == 0, let value = PQgetvalue(pointer, row, column)
    else { return Cell(result: self, column: column, type: type, bytes: nil) }
    let bytes = UnsafeRawBufferPointer(
      start: value, count: Int(PQgetlength(pointer, row, column)))
    return Cell(result: self, column: column, type: type, bytes: bytes)
  }

  /// All values as bytes, each with its length before it.
  func image() -> [UInt8] {
    var image: [UInt8] = []
    forEachValue { value in
      withUnsafeBytes(of: Int32(truncatingIfNeeded: value?.count ?? -1)) {
        image.append(contentsOf: $0)
      }
      if let value { image.append(contentsOf: value) }
    }
    return image
  }

  /// Whether `image()` would be these bytes, found out without a copy.
  func hasImage(_ image: [UInt8]) -> Bool {
    image.withUnsafeBytes { image in
      var rest = image
      for row in 0..<rowCount {
        for column in 0..<columnCount where !matches(row, column, &rest) { return false }
      }
      return rest.isEmpty
    }
  }

  /// Whether `rest` begins with this value and its length, which it then leaves behind.
  @inline(__always)
  private func matches(_ row: Int32, _ column: Int32, _ rest: inout UnsafeRawBufferPointer) -> Bool
  {
    let length = PQgetlength(pointer, row, column)
    let isNull = length == 0 && PQgetisnull(pointer, row, column) != 0
    let head = MemoryLayout<Int32>.size
    let end = head + Int(length)
    guard end <= rest.count, rest.loadUnaligned(as: Int32.self) == (isNull ? -1 : length),
      let start = rest.baseAddress
    else { return false }
    rest = UnsafeRawBufferPointer(rebasing: rest[end...])
    return length == 0 || memcmp(PQgetvalue(pointer, row, column), start + head, Int(length)) == 0
  }

  /// Hands each value to `body`, row after row.
  private func forEachValue(_ body: (UnsafeRawBufferPointer?) -> Void) {
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let length = PQgetlength(pointer, row, column)
        let isNull = length == 0 && PQgetisnull(pointer, row, column) != 0
        let value = isNull ? nil : PQgetvalue(pointer, row, column)
        let bytes = value.map { UnsafeRawBufferPointer(start: $0, count: Int(length)) }
        body(bytes)
      }
    }
  }
}
