import CPostgreSQL

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
}
