public import Parking
public import PostgreSQL

extension PayStatus: SQLEncodable, SQLDecodable {
  /// `smallint`
  public static var sqlType: SQLType { Int16.sqlType }

  /// Writes the number that `pay_status` shows.
  public func encode(into writer: inout ParameterWriter) { Int16(rawValue).encode(into: &writer) }

  /// Reads the number.
  public init(cell: Cell) throws(DatabaseError) {
    guard let value = PayStatus(rawValue: Int(try Int16(cell: cell))) else {
      throw cell.failure("holds no pay status")
    }
    self = value
  }
}
