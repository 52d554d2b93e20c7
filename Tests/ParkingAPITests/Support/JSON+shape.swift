import HTTP

extension JSON {
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  subscript(index: Int) -> JSON? {
    guard case .array(let items) = self, items.indices.contains(index) else { return nil }
    return items[index]
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var number: String? {
    guard case .number(let literal) = self else { return nil }
    return literal
  }

  var items: [JSON] {
    guard case .array(let items) = self else { return [] }
    return items
  }

  /// Names and types in order, `{has:number,_id:string}`; an array is what its items are.
  var shape: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .number(let literal):
      literal.contains(where: { !$0.isNumber && $0 != "-" }) ? "?" : "number"
    case .string: "string"
    case .array(let items): "[\(Set(items.map(\.shape)).sorted().joined(separator: "|"))]"
    case .object(let members):
      "{\(members.map { "\($0.name):\($0.value.shape)" }.joined(separator: ","))}"
    }
  }
}
