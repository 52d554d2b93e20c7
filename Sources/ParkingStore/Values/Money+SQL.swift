public import Parking
public import PostgreSQL

extension Money: SQLEncodable, SQLDecodable {
  /// `bigint`, in fen.
  public static var sqlType: SQLType { Int64.sqlType }

  /// Writes the amount in fen.
  public func encode(into writer: inout ParameterWriter) { Int64(fen).encode(into: &writer) }

  /// Reads an amount in fen.
  public init(cell: Cell) throws(DatabaseError) { self.init(fen: Int(try Int64(cell: cell))) }
}
