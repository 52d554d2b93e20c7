/// One piece of a pattern between two slashes.
enum PathSegment: Equatable {
  case literal([UInt8])
  case argument(name: String)

  /// nil if the text is neither a `{name}` nor free of braces.
  init?(_ text: some Collection<UInt8>) {
    let braces = [UInt8(ascii: "{"), UInt8(ascii: "}")]
    guard let first = text.first else { return nil }
    guard first == braces[0] else {
      if text.contains(where: braces.contains) { return nil }
      self = .literal(Array(text))
      return
    }
    let name = text.dropFirst().prefix { !braces.contains($0) }
    guard !name.isEmpty, text.count == name.count + 2, Array(text).last == braces[1] else {
      return nil
    }
    self = .argument(name: String(decoding: name, as: UTF8.self))
  }

  /// Whether it matches one text alone.
  var isLiteral: Bool {
    if case .literal = self { true } else { false }
  }

  /// Whether some text matches both.
  func overlaps(_ other: PathSegment) -> Bool {
    guard case .literal(let mine) = self, case .literal(let others) = other else { return true }
    return mine == others
  }
}
