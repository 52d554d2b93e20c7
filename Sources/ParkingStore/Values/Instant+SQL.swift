public import Parking
public import PostgreSQL

extension Instant: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `timestamptz`; infinity is the last instant there is.
  public static var sqlType: SQLType { Timestamp.sqlType }

  /// Writes the instant as a `timestamptz`.
  public func encode(into writer: inout ParameterWriter) {
    Timestamp(microseconds: microseconds).encode(into: &writer)
  }

  /// Reads a `timestamptz`.
  public init(cell: Cell) throws(DatabaseError) {
    self.init(microseconds: try Timestamp(cell: cell).microseconds)
  }
}
