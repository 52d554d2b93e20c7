/// What a statement returned, all of it, already received.
public struct Rows {
  let result: ResultHandle

  /// The rows that the statement returned or, without any, touched.
  public var affected: Int { result.affected }

  /// What the server says it did, such as `INSERT 0 1`.
  public var commandTag: String { result.commandTag }

  /// The only row.
  ///
  /// - Throws: `badRowCount` when there is none or more than one.
  public func one() throws(DatabaseError) -> Row {
    guard count == 1 else { throw .badRowCount(count) }
    return self[0]
  }
}

extension Rows: RandomAccessCollection {
  /// Zero.
  public var startIndex: Int { 0 }

  /// The number of rows.
  public var endIndex: Int { Int(result.rowCount) }

  /// A row by its place.
  public subscript(position: Int) -> Row {
    precondition(indices.contains(position), "a row out of range")
    return Row(result: result, index: Int32(truncatingIfNeeded: position))
  }
}
