extension JSON {
  /// The member of that name, compared byte by byte; nil if this is no object or has none.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self, let index = members.index(named: name)
    else { return nil }
    return members[index].value
  }

  /// The text of a string; nil for anything else.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// What a form field would have said: a string's text, a number's literal, `true` or `false`.
  /// nil for null, arrays and objects.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .number(let literal): literal
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// A whole number written without fraction and exponent, as number or string; nil for anything
  /// else and beyond 64 bits. Cameras write either.
  public var integer: Int? {
    switch self {
    case .number(let literal), .string(let literal):
      literal.utf8.first == UInt8(ascii: "+") ? nil : Int(literal)
    case .null, .bool, .array, .object: nil
    }
  }

  /// The truth value; nil for anything else.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The values of an array; nil for anything else.
  public var elements: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object; nil for anything else.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}
