/// What can write itself as one JSON value.
public protocol JSONEncodable {
  /// Writes exactly one value.
  func encode(to writer: inout JSONWriter)
}

extension String: JSONEncodable {
  /// Writes a string.
  public func encode(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: JSONEncodable {
  /// Writes `true` or `false`.
  public func encode(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Int: JSONEncodable {
  /// Writes a number.
  public func encode(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Int64: JSONEncodable {
  /// Writes a number.
  public func encode(to writer: inout JSONWriter) { writer.integer(Int(self)) }
}

extension Int32: JSONEncodable {
  /// Writes a number.
  public func encode(to writer: inout JSONWriter) { writer.integer(Int(self)) }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  /// Writes the value, or `null`.
  public func encode(to writer: inout JSONWriter) {
    if let self { self.encode(to: &writer) } else { writer.null() }
  }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  /// Writes an array.
  public func encode(to writer: inout JSONWriter) {
    writer.array { writer in
      for element in self { element.encode(to: &writer) }
    }
  }
}

extension JSON: JSONEncodable {
  /// Writes the value as it was read: numbers with their digits, members in their order.
  public func encode(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .number(let literal): writer.number(literal: literal)
    case .string(let text): writer.string(text)
    case .array(let elements): elements.encode(to: &writer)
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.name(member.name)
          member.value.encode(to: &writer)
        }
      }
    }
  }
}
