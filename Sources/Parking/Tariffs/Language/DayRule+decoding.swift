extension DayRule {
  private static let words: [String: [DayTerm]] = [
    "mon": [.weekday(1)], "tue": [.weekday(2)], "wed": [.weekday(3)], "thu": [.weekday(4)],
    "fri": [.weekday(5)], "sat": [.weekday(6)], "sun": [.weekday(7)],
    "weekend": [.weekend], "workday": [.workday], "day_off": [.dayOff], "holiday": [.holiday],
    "makeup": [.makeUp],
  ]

  /// Takes `days`, `dates` and `except` from a mapping; `names` are the tariff's own sets.
  init(_ mapping: Mapping, names: [String: [DayTerm]]) {
    days = DayRule.terms(mapping.take("days"), names)
    dates = DayRule.terms(mapping.take("dates"), names)
    except = DayRule.terms(mapping.take("except"), names)
  }

  static func terms(_ node: Node?, _ names: [String: [DayTerm]]) -> [DayTerm] {
    guard let node else { return [] }
    return node.items().flatMap { item -> [DayTerm] in
      guard let text = item.scalar, let terms = terms(of: text, names) else {
        item.fail(
          "expected mon…sun, mon-fri, weekend, workday, day_off, holiday, makeup, "
            + "festival 春节, a date 2026-02-16, dates 2026-02-16..2026-02-22, "
            + "a season 05-01..09-30 or a name from “dates” of the tariff")
        return []
      }
      return terms
    }
  }

  private static func terms(of text: String, _ names: [String: [DayTerm]]) -> [DayTerm]? {
    if let word = words[text] ?? names[text] { return word }
    if text.hasPrefix("festival ") { return [.festival(String(text.dropFirst(9)))] }
    if let date = CivilDate(text) { return [.dates(date, date)] }
    if let range = text.firstRange(of: "..") {
      let first = text[..<range.lowerBound]
      let last = text[range.upperBound...]
      if let start = CivilDate(first), let end = CivilDate(last), start <= end {
        return [.dates(start, end)]
      }
      if let start = season(first), let end = season(last) { return [.season(start, end)] }
      return nil
    }
    return weekdays(text)
  }

  /// `mon-fri`.
  private static func weekdays(_ text: String) -> [DayTerm]? {
    let ends = text.split(separator: "-").map(String.init)
    guard ends.count == 2, case .weekday(let first) = words[ends[0]]?.first,
      case .weekday(let last) = words[ends[1]]?.first
    else { return nil }
    let count = (last - first + 7) % 7
    return (0...count).map { .weekday((first - 1 + $0) % 7 + 1) }
  }

  /// `05-01` as 501; checked against a leap year.
  private static func season(_ text: Substring) -> Int? {
    guard let date = CivilDate("2000-\(text)") else { return nil }
    let (_, month, day) = date.parts
    return month * 100 + day
  }
}
