/// One word of a list of days.
enum DayTerm: Hashable, Sendable {
  /// 1 for Monday to 7.
  case weekday(Int)
  /// Saturday or Sunday by the plain week.
  case weekend
  /// Worked: Monday to Friday without holidays, and make-up days.
  case workday
  /// Not worked: the opposite of `workday`.
  case dayOff
  /// Named a day off by the year's arrangement.
  case holiday
  /// A make-up workday.
  case makeUp
  /// A festival by its name in the calendar.
  case festival(String)
  /// From one date to another, both included.
  case dates(CivilDate, CivilDate)
  /// A season: month × 100 + day, both included; may run over the year's end.
  case season(Int, Int)
}

/// Days that a window or condition is for.
struct DayRule: Hashable, Sendable {
  /// Any of these, empty for every day.
  var days: [DayTerm] = []
  /// And any of these, empty for every date.
  var dates: [DayTerm] = []
  /// And none of these.
  var except: [DayTerm] = []

  var isEveryDay: Bool { days.isEmpty && dates.isEmpty && except.isEmpty }

  func matches(_ date: CivilDate, _ calendar: HolidayCalendar) throws(PricingError) -> Bool {
    if !days.isEmpty, try !DayRule.any(days, date, calendar) { return false }
    if !dates.isEmpty, try !DayRule.any(dates, date, calendar) { return false }
    return except.isEmpty ? true : try !DayRule.any(except, date, calendar)
  }

  private static func any(
    _ terms: [DayTerm], _ date: CivilDate, _ calendar: HolidayCalendar
  ) throws(PricingError) -> Bool {
    for term in terms where try term.matches(date, calendar) { return true }
    return false
  }
}

extension DayTerm {
  func matches(_ date: CivilDate, _ calendar: HolidayCalendar) throws(PricingError) -> Bool {
    switch self {
    case .weekday(let day): return date.weekday == day
    case .weekend: return date.weekday >= 6
    case .dates(let first, let last): return first <= date && date <= last
    case .season(let first, let last):
      let (_, month, day) = date.parts
      let today = month * 100 + day
      return first <= last
        ? first <= today && today <= last : today >= first || today <= last
    case .workday, .dayOff, .holiday, .makeUp, .festival:
      guard let kind = calendar.kind(of: date) else { throw .noCalendar(year: date.year) }
      return matches(kind, calendar.festival(on: date))
    }
  }

  private func matches(_ kind: HolidayCalendar.Kind, _ festival: String?) -> Bool {
    switch self {
    case .workday: kind.isWorked
    case .dayOff: !kind.isWorked
    case .holiday: kind == .holiday
    case .makeUp: kind == .makeUpWorkday
    case .festival(let name): festival?.split(separator: "、").contains { $0 == name } ?? false
    default: false
    }
  }
}
