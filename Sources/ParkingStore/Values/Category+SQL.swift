public import Parking
public import PostgreSQL

extension Parking.Category: SQLEncodable, SQLDecodable {
  /// `smallint`, the domain `parking.category`.
  public static var sqlType: SQLType { Int16.sqlType }

  /// Writes the number that `car_fee_type` shows.
  public func encode(into writer: inout ParameterWriter) { Int16(rawValue).encode(into: &writer) }

  /// Reads the number.
  public init(cell: Cell) throws(DatabaseError) {
    guard let value = Category(rawValue: Int(try Int16(cell: cell))) else {
      throw cell.failure("holds no category")
    }
    self = value
  }
}
