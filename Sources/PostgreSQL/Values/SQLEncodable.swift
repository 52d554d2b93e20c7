/// A value that can be bound to a parameter.
///
/// An enum with a raw value that is itself encodable needs only to declare the conformance.
public protocol SQLEncodable {
  /// The type the parameter is declared with. PostgreSQL converts it as it would a column of that
  /// type, so an enum's label needs a cast in the statement: `\(kind)::parking.kind`.
  static var sqlType: SQLType { get }

  /// Writes the value in PostgreSQL's binary format.
  func encode(into writer: inout ParameterWriter)
}

extension SQLEncodable where Self: RawRepresentable, RawValue: SQLEncodable {
  /// The raw value's type.
  public static var sqlType: SQLType { RawValue.sqlType }

  /// Writes the raw value.
  public func encode(into writer: inout ParameterWriter) {
    rawValue.encode(into: &writer)
  }
}

extension Optional: SQLEncodable where Wrapped: SQLEncodable {
  /// The type of the value, if there were one.
  public static var sqlType: SQLType { Wrapped.sqlType }

  /// Writes the value, or NULL.
  public func encode(into writer: inout ParameterWriter) {
    switch self {
    case .some(let value): value.encode(into: &writer)
    case .none: writer.null()
    }
  }
}
