/// A length of time as tariffs write it: `90 s`, `30 min`, `1 h`, `1 h 30 min`, `7 days`.
struct TimeSpan: Hashable, Sendable {
  /// From 1 second to 10 years.
  let seconds: Int

  private static let units: [String: Int] = [
    "s": 1, "min": 60, "h": 3_600, "day": 86_400, "days": 86_400, "d": 86_400,
    "week": 604_800, "weeks": 604_800,
  ]

  init?(text: String) {
    let words = text.split(separator: " ")
    var pairs: [(Substring, Substring)] = []
    if words.count.isMultiple(of: 2) {
      pairs = stride(from: 0, to: words.count, by: 2).map { (words[$0], words[$0 + 1]) }
    } else if words.count == 1,
      let split = words[0].firstIndex(where: { !$0.isASCII || $0.isLetter })
    {
      pairs = [(words[0][..<split], words[0][split...])]
    }
    var total = 0
    for (number, unit) in pairs {
      guard let count = decimal(number.utf8), count <= 1_000_000_000,
        let unit = TimeSpan.units[String(unit)]
      else { return nil }
      total += count * unit
    }
    guard !pairs.isEmpty, (1...315_360_000).contains(total) else { return nil }
    self.seconds = total
  }
}
