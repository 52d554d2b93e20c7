/// Hours in which a window holds: of every day, `08:00-20:00`, over midnight, `20:00-08:00`, or
/// once a week, `fri 18:00 - mon 06:00`.
struct HourRange: Hashable, Sendable {
  /// Where a moment lies.
  enum Place {
    /// In no occurrence.
    case nowhere
    /// In the one that began today.
    case today
    /// In the one that began yesterday.
    case yesterday
    /// In the weekly one that began on that day.
    case since(Int)
  }

  private struct Weekdays: Hashable {
    let first: Int
    let last: Int
  }

  static let wholeDay = HourRange()

  /// Seconds of the day, 0 to 86,399.
  let start: Int
  /// Seconds of the day, 1 to 86,400.
  let end: Int
  /// The weekdays, from 1 for Monday, of start and end, if it comes once a week.
  private let weekdays: Weekdays?

  private init() {
    start = 0
    end = 86_400
    weekdays = nil
  }

  /// Whether it ends on the day after it began.
  private var wraps: Bool { end <= start }

  /// Seconds of the day at which it begins or ends.
  var marks: [Int] { [start % 86_400, end % 86_400] }

  /// Whether a moment of a day lies in it, whatever the weekday.
  func contains(_ second: Int) -> Bool {
    wraps ? second >= start || second < end : second >= start && second < end
  }

  /// In which occurrence a second of a day (a day number) lies.
  func place(_ second: Int, day: Int) -> Place {
    if let weekdays { return weekly(second, day, weekdays) }
    if wraps {
      if second >= start { return .today }
      return second < end ? .yesterday : .nowhere
    }
    return second >= start && second < end ? .today : .nowhere
  }

  private func weekly(_ second: Int, _ day: Int, _ weekdays: Weekdays) -> Place {
    let week = 7 * 86_400
    let now = (CivilDate(dayNumber: day).weekday - 1) * 86_400 + second
    let first = (weekdays.first - 1) * 86_400 + start
    let last = (weekdays.last - 1) * 86_400 + end
    let length = (last - first + week - 1) % week + 1
    let since = (now - first + week) % week
    guard since < length else { return .nowhere }
    return .since(day - (since - second + start) / 86_400)
  }
}

extension HourRange {
  /// Reads `HH:MM-HH:MM`, with 24:00 for the end of the day, or `fri 18:00 - mon 06:00`.
  init?(_ node: Node) {
    let ends = (node.scalar ?? "").split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ") }
    guard ends.count == 2, let start = ends[0].last.flatMap({ CivilTime($0)?.secondOfDay }),
      let end = ends[1].last.flatMap({ $0 == "24:00" ? 86_400 : CivilTime($0)?.secondOfDay })
    else {
      node.fail(
        "expected hours such as 08:00-20:00 (24:00 is the end of the day) "
          + "or fri 18:00 - mon 06:00")
      return nil
    }
    self.init(node, start, end == 0 && ends[1].count == 1 ? 86_400 : end, ends)
  }

  private init?(_ node: Node, _ start: Int, _ end: Int, _ ends: [[Substring]]) {
    self.start = start
    self.end = end
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    switch (ends[0].count, ends[1].count) {
    case (1, 1):
      weekdays = nil
      guard start != end % 86_400 || (start == 0 && end == 86_400) else {
        node.fail("these hours are empty; leave “hours” out for the whole day")
        return nil
      }
    case (2, 2):
      guard let first = names.firstIndex(of: String(ends[0][0])),
        let last = names.firstIndex(of: String(ends[1][0]))
      else {
        node.fail("expected weekdays mon to sun, as in fri 18:00 - mon 06:00")
        return nil
      }
      weekdays = Weekdays(first: first + 1, last: last + 1)
    default:
      node.fail("expected a weekday before both times or none, as in fri 18:00 - mon 06:00")
      return nil
    }
  }
}
