import HTTP

/// Changes values of a JSON text, but never those of the names to keep.
enum JSONMutation {
  static func mutated(_ json: JSON, keeping names: Set<String>, _ source: inout SeededSource)
    -> JSON
  {
    switch json {
    case .object(let members):
      var result = members.compactMap { member -> JSON.Member? in
        let kept = names.contains(member.name)
        if !kept && Int.random(in: 0..<5, using: &source) == 0 { return nil }
        if !kept && Int.random(in: 0..<3, using: &source) == 0 {
          return JSON.Member(member.name, anything(&source))
        }
        return JSON.Member(member.name, mutated(member.value, keeping: names, &source))
      }
      if Bool.random(using: &source) { result.append(JSON.Member("new", anything(&source))) }
      result.shuffle(using: &source)
      return .object(result)
    default: return json
    }
  }

  static func anything(_ source: inout SeededSource) -> JSON {
    let values: [JSON] = [
      .null, .bool(true), .number("0"), .number("-1"), .number("1e400"), .number("9.5"),
      .number("18446744073709551616"), .string(""), .string(" "), .string("苏"), .string("1"),
      .string("-9223372036854775808"), .string("nan"), .string("=/+"), .array([]), .object([]),
      .array([.null, .array([.string("x")])]), .object([JSON.Member("sec", .string("12"))]),
      .string(String(repeating: "9", count: 400)),
    ]
    return values.randomElement(using: &source) ?? .null
  }
}
