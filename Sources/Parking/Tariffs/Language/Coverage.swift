/// Looks for hours that no window of a plan covers, before a driver does.
///
/// Windows with conditions, cycles or dates of their own may be absent, so they cover nothing here.
struct Coverage {
  private let plan: Plan

  init(_ plan: Plan) {
    self.plan = plan
  }

  /// The first gap in words; nil if every moment of every sort of day is covered.
  var gap: String? {
    guard !plan.outsideIsFree, plan.windows.allSatisfy(\.isTimed) else { return nil }
    let marks = Set(plan.windows.flatMap(\.hours.marks) + [0]).sorted()
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for weekday in 0..<7 {
      for kinds in [(true, true), (true, false), (false, true), (false, false)] {
        for mark in marks where !covers(mark, weekday, worked: kinds) {
          let kind = kinds.1 ? "a working" : "a free"
          return "\(kind) \(names[weekday]) at \(CivilTime(unchecked: mark).shortText)"
        }
      }
    }
    return nil
  }

  private func covers(_ second: Int, _ weekday: Int, worked: (Bool, Bool)) -> Bool {
    // 1970-01-05 was a Monday.
    let day = 4 + weekday
    return plan.windows.contains { window in
      guard window.condition == nil, window.cycles == 1...Int.max else { return false }
      switch window.hours.place(second, day: day) {
      case .today, .since: return includes(window.days, day, worked.1)
      case .yesterday: return includes(window.days, day - 1, worked.0)
      case .nowhere: return false
      }
    }
  }

  private func includes(_ rule: DayRule, _ day: Int, _ worked: Bool) -> Bool {
    guard rule.dates.isEmpty else { return false }
    let weekday = CivilDate(dayNumber: day).weekday
    func holds(_ term: DayTerm) -> Bool {
      switch term {
      case .weekday(let number): number == weekday
      case .weekend: weekday >= 6
      case .workday: worked
      case .dayOff: !worked
      default: false
      }
    }
    return (rule.days.isEmpty || rule.days.contains(where: holds))
      && !rule.except.contains(where: holds)
  }
}
