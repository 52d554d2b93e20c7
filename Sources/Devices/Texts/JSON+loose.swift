import HTTP

/// Reading what devices write: numbers as strings, strings as numbers, and the like.
extension JSON {
  /// The text, trimmed of white space; nil when there is none or it is empty.
  var looseText: String? {
    guard let trimmed = text?.trimmed, !trimmed.isEmpty else { return nil }
    return trimmed
  }

  /// The text as it is; nil when there is none or it is blank.
  var filledText: String? {
    text?.utf8.contains { $0 > 0x20 } == true ? text : nil
  }

  /// The whole number that a number, a text or a truth value stands for; fractions are rounded.
  var looseInteger: Int? {
    if let bool { return bool ? 1 : 0 }
    guard let text = looseText else { return nil }
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded()) }
  }

  /// Whether a truth value, a number or a word says yes.
  var isLooselyTrue: Bool {
    if let number = looseInteger { return number != 0 }
    return ["true", "yes", "on"].contains(looseText?.lowercased())
  }

  /// The number in thousandths of `full`, held between 0 and 1000; nil when it is no number.
  func perMille(of full: Double) -> Int? {
    guard bool == nil, let number = looseText.flatMap(Double.init), number.isFinite else {
      return nil
    }
    return Int(min(max(number / full * 1000, 0), 1000).rounded())
  }

  /// The member of that name; where there is none, one whose name differs in letter case or in
  /// white space around it. Of an array, that of the first element that has it.
  func field(_ name: String) -> JSON? {
    switch self {
    case .object(let members):
      return self[name] ?? members.first { $0.name.isLoosely(name) }?.value
    case .array(let elements):
      // A lazy sequence would look into each array twice, and into one within 60 others for ever.
      for element in elements {
        if let found = element.field(name) { return found }
      }
      return nil
    default: return nil
    }
  }

  /// The value at the end of a path of member names.
  func at(_ path: String...) -> JSON? {
    path.reduce(Optional(self)) { $0?.field($1) }
  }

  /// The first member of that name, here or in the objects and arrays within, outer ones first.
  func descendant(_ name: String) -> JSON? {
    var level = [self]
    while !level.isEmpty {
      for value in level {
        if let found = value.field(name) { return found }
      }
      level = level.flatMap { $0.elements ?? $0.members?.map(\.value) ?? [] }
    }
    return nil
  }
}

extension String {
  /// Whether it is the same name but for the case of ASCII letters and white space around it.
  func isLoosely(_ name: String) -> Bool {
    let (own, other) = (trimmed.utf8, name.utf8)
    return own.count == other.count
      && zip(own, other).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension UInt8 {
  fileprivate var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
