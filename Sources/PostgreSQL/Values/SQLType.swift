/// A type of PostgreSQL, and the type of arrays of it, by their object identifiers.
///
/// The numbers are fixed in PostgreSQL's `pg_type.dat`.
public struct SQLType: Hashable, Sendable {
  let oid: UInt32
  /// Zero where PostgreSQL has none that we use.
  let arrayOID: UInt32

  init(_ oid: UInt32, array: UInt32 = 0) {
    self.oid = oid
    self.arrayOID = array
  }

  static let bool = SQLType(16, array: 1000)
  static let bytea = SQLType(17)
  static let name = SQLType(19, array: 1003)
  static let int8 = SQLType(20, array: 1016)
  static let int2 = SQLType(21, array: 1005)
  static let int4 = SQLType(23, array: 1007)
  static let text = SQLType(25, array: 1009)
  static let json = SQLType(114, array: 199)
  static let unknown = SQLType(705)
  static let bpchar = SQLType(1042, array: 1014)
  static let varchar = SQLType(1043, array: 1015)
  static let date = SQLType(1082, array: 1182)
  static let time = SQLType(1083, array: 1183)
  static let timestamptz = SQLType(1184, array: 1185)
  static let record = SQLType(2249)
  static let uuid = SQLType(2950, array: 2951)
  static let jsonb = SQLType(3802, array: 3807)

  /// Types that a database defines itself (enums, for one) start here.
  static let firstUserDefined: UInt32 = 16384
}
