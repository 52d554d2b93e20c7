/// What something is counted, granted or limited per.
enum Scope: Hashable, Sendable {
  /// The whole charging session.
  case stay
  /// One cycle of the tariff (`cycle:`); the stay if it has none.
  case cycle
  /// One occurrence of a window, cut by cycles: Tuesday's 08:00–20:00.
  case window
  /// Stretches of so many seconds from the first chargeable instant.
  case rolling(seconds: Int)
  /// Calendar days that begin at that second of the local day.
  case day(resetAt: Int)
  /// Calendar weeks from Monday.
  case week
  /// Calendar months.
  case month

  /// Reads `stay`, `cycle`, `window`, `day`, `week`, `month` or a duration.
  init?(_ node: Node, resetAt: Int = 0) {
    switch node.scalar {
    case "stay": self = .stay
    case "cycle": self = .cycle
    case "window": self = .window
    case "day": self = .day(resetAt: resetAt)
    case "week": self = .week
    case "month": self = .month
    case let text?:
      guard let span = TimeSpan(text: text) else { fallthrough }
      self = .rolling(seconds: span.seconds)
    default:
      node.fail("expected stay, cycle, window, day, week, month or a duration such as 24 h")
      return nil
    }
  }

  var isCalendar: Bool {
    switch self {
    case .day, .week, .month: true
    default: false
    }
  }
}
