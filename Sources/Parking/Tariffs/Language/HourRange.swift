/// Hours of the day, `08:00-20:00`; `20:00-08:00` runs over midnight.
struct HourRange: Hashable, Sendable {
  /// Seconds of the day, 0 to 86,399.
  let start: Int
  /// Seconds of the day, 1 to 86,400.
  let end: Int

  static let wholeDay = HourRange()

  /// Whether it ends on the day after it began.
  var wraps: Bool { end <= start }

  private init() {
    start = 0
    end = 86_400
  }

  /// Reads `HH:MM-HH:MM`, with 24:00 for the end of the day.
  init?(_ node: Node) {
    let parts = (node.scalar ?? "").split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined() }
    guard parts.count == 2, let start = CivilTime(parts[0])?.secondOfDay,
      let end = parts[1] == "24:00" ? 86_400 : CivilTime(parts[1])?.secondOfDay
    else {
      node.fail("expected hours such as 08:00-20:00 (24:00 is the end of the day)")
      return nil
    }
    guard start != end else {
      node.fail("these hours are empty; leave “hours” out for the whole day")
      return nil
    }
    self.start = start
    self.end = end == 0 ? 86_400 : end
  }

  func contains(_ second: Int) -> Bool {
    wraps ? second >= start || second < end : second >= start && second < end
  }
}
