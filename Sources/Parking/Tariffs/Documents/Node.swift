/// Collects the problems of one document while it is decoded.
final class ProblemList {
  var problems: [TariffErrors.Problem] = []
}

/// One place of a document under decoding: reads it as what is expected, or notes a problem and
/// answers nil, so that decoding goes on and finds the rest.
struct Node {
  let document: Document
  let path: String
  let list: ProblemList

  func fail(_ message: String) {
    list.problems.append(
      TariffErrors.Problem(
        path: path, line: document.line, column: document.column, message: message))
  }

  /// Whether the place holds a mapping.
  var isMapping: Bool { if case .mapping = document.content { true } else { false } }

  /// Whether the place holds a sequence.
  var isSequence: Bool { if case .sequence = document.content { true } else { false } }

  /// A scalar's text, whatever it means.
  var scalar: String? {
    if case .scalar(let text, _) = document.content { text } else { nil }
  }

  func mapping() -> Mapping? {
    guard case .mapping(let members) = document.content else {
      fail("expected keys with values here")
      return nil
    }
    return Mapping(self, members)
  }

  /// The items of a sequence; anything else counts as a sequence of one.
  func items() -> [Node] {
    guard case .sequence(let items) = document.content else { return [self] }
    return items.enumerated().map {
      Node(document: $0.element, path: "\(path)[\($0.offset)]", list: list)
    }
  }

  func text() -> String? {
    guard case .scalar(let text, _) = document.content, !text.isEmpty else {
      fail("expected a text here")
      return nil
    }
    return text
  }

  func integer(_ range: ClosedRange<Int>, _ what: String = "a whole number") -> Int? {
    guard case .scalar(let text, quoted: false) = document.content, let value = Int(text) else {
      fail("expected \(what) from \(range.lowerBound) to \(range.upperBound), without quotes")
      return nil
    }
    guard range.contains(value) else {
      fail("expected \(what) from \(range.lowerBound) to \(range.upperBound), not \(value)")
      return nil
    }
    return value
  }

  /// An amount in the currency's smallest unit, at most ten million yuan.
  func money() -> Int? {
    if let scalar, scalar.contains("."), scalar.allSatisfy({ $0.isNumber || $0 == "." }) {
      fail(
        "amounts are whole numbers of the smallest unit: write \(Node.hint(scalar)) "
          + "(fen, cents) instead of \(scalar)")
      return nil
    }
    return integer(0...1_000_000_000, "an amount in fen (cents)")
  }

  private static func hint(_ decimalText: String) -> String {
    let parts = decimalText.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let whole = decimal(parts[0].utf8), whole < 1_000_000,
      let fraction = decimal((parts[1] + "00").prefix(2).utf8)
    else { return "250 for 2.50" }
    return String(whole * 100 + fraction)
  }

  func boolean() -> Bool? {
    switch document.content {
    case .scalar("true", quoted: false): return true
    case .scalar("false", quoted: false): return false
    default:
      fail("expected true or false")
      return nil
    }
  }

  /// One of the words of a closed list.
  func choice<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Word?
  where Word.RawValue == String {
    if let scalar, let word = Word(rawValue: scalar) { return word }
    fail("expected one of: " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  /// A time of day in seconds: `06:00`.
  func timeOfDay() -> Int? {
    if let time = CivilTime(scalar ?? "") { return time.secondOfDay }
    fail("expected a time of day such as 06:00")
    return nil
  }

  /// A duration in seconds: `30 min`, `1 h`, `24 h`, `90 s`, `7 days`, `1 h 30 min`.
  func duration() -> Int? {
    if let scalar, let seconds = TimeSpan(text: scalar)?.seconds { return seconds }
    fail("expected a duration such as 30 min, 1 h, 1 h 30 min or 7 days")
    return nil
  }
}
