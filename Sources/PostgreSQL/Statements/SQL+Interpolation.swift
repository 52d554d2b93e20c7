extension SQL: ExpressibleByStringInterpolation {
  /// A statement without parameters.
  public init(stringLiteral value: StaticString) {
    self.init(parts: [.literal(value)])
  }

  /// A statement with bound parameters.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sql
  }

  /// What the compiler turns an interpolated literal into.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var sql: SQL

    /// Reserves room for the text and the parameters.
    public init(literalCapacity: Int, interpolationCount: Int) {
      sql = SQL(parts: [])
      sql.parts.reserveCapacity(interpolationCount * 2 + 1)
      sql.parameters.reserve(interpolationCount)
    }

    /// Text of the program itself.
    public mutating func appendLiteral(_ literal: StaticString) {
      if literal.utf8CodeUnitCount > 0 { sql.parts.append(.literal(literal)) }
    }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: some SQLEncodable) {
      sql.append(value)
    }

    /// Binds a value, or NULL.
    ///
    /// Does what the other one would; the compiler warns of optionals in literals without it.
    public mutating func appendInterpolation(_ value: (some SQLEncodable)?) {
      sql.append(value)
    }

    /// Inserts a fragment together with its parameters.
    public mutating func appendInterpolation(_ fragment: SQL) {
      sql.append(fragment)
    }
  }
}
