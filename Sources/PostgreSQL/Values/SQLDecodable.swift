/// A value that can be read from a column.
///
/// An enum with a raw value that is itself decodable needs only to declare the conformance; a type
/// of ours calls the initialiser of what it stands on: `self.init(fen: try Int64(cell: cell))`.
public protocol SQLDecodable {
  /// Reads a cell.
  ///
  /// - Throws: `badColumn`, naming the column, for an unexpected NULL or another type.
  init(cell: Cell) throws(DatabaseError)
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
  /// Reads the raw value; one that is not a case is `badColumn`.
  public init(cell: Cell) throws(DatabaseError) {
    guard let value = Self(rawValue: try RawValue(cell: cell)) else {
      throw cell.failure("holds no case of \(Self.self)")
    }
    self = value
  }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
  /// Reads the value, nil for NULL.
  public init(cell: Cell) throws(DatabaseError) {
    self = cell.isNull ? nil : try Wrapped(cell: cell)
  }
}
