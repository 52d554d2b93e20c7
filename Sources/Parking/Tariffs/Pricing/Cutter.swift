/// Cuts time into the groups of a scope: which group an instant is in and where the next begins.
///
/// Groups are numbered from that of the origin, 0, in the order of time.
struct Cutter {
  private let scope: Scope
  private let origin: Int64
  private let zone: ParkTimeZone
  private let first: CivilDate
  /// The group of the last instant asked for.
  private(set) var group: Int32 = -1
  /// Where the next group begins, in seconds; `Int64.max` if never.
  private(set) var next: Int64 = .min

  init(_ scope: Scope, origin: Int64, zone: ParkTimeZone) {
    self.scope = scope
    self.origin = origin
    self.zone = zone
    first = Cutter.day(of: origin, scope, zone)
  }

  /// Moves on to `time`, which never goes back.
  mutating func advance(to time: Int64) {
    guard time >= next else { return }
    switch scope {
    case .stay, .cycle, .window:
      group = 0
      next = .max
    case .rolling(let seconds):
      let index = (time - origin) / Int64(seconds)
      group = Int32(truncatingIfNeeded: index)
      next = origin + (index + 1) * Int64(seconds)
    case .day, .week, .month:
      let day = Cutter.day(of: time, scope, zone)
      group = Int32(
        truncatingIfNeeded: Cutter.index(of: day, scope) - Cutter.index(of: first, scope))
      next = boundary(following(day), after: time)
    }
  }

  /// Where the group of `time` begins; `time` itself where that is unknown.
  static func start(of time: Int64, _ scope: Scope, _ zone: ParkTimeZone) -> Int64 {
    let day = day(of: time, scope, zone)
    var first = day
    switch scope {
    case .day: break
    case .week: first = day.advanced(byDays: 1 - day.weekday)
    case .month: first = day.advanced(byDays: 1 - day.parts.day)
    default: return time
    }
    return zone.seconds(ofWall: Int64(first.dayNumber) * 86_400 + Int64(reset(scope)))
  }

  private static func reset(_ scope: Scope) -> Int {
    if case .day(let resetAt) = scope { resetAt } else { 0 }
  }

  private static func day(of time: Int64, _ scope: Scope, _ zone: ParkTimeZone) -> CivilDate {
    let wall = time + Int64(zone.offset(atSeconds: time) - reset(scope))
    return CivilDateTime(wallSeconds: wall).date
  }

  private static func index(of day: CivilDate, _ scope: Scope) -> Int {
    switch scope {
    case .week: return day.advanced(byDays: 1 - day.weekday).dayNumber / 7
    case .month:
      let (year, month, _) = day.parts
      return year * 12 + month
    default: return day.dayNumber
    }
  }

  /// The first day of the group after that of `day`.
  private func following(_ day: CivilDate) -> CivilDate {
    switch scope {
    case .week: return day.advanced(byDays: 8 - day.weekday)
    case .month:
      let start = day.advanced(byDays: 1 - day.parts.day)
      let inNext = start.advanced(byDays: 31)
      return inNext.advanced(byDays: 1 - inNext.parts.day)
    default: return day.advanced(byDays: 1)
    }
  }

  private func boundary(_ day: CivilDate, after time: Int64) -> Int64 {
    let reset = Int64(Cutter.reset(scope))
    let boundary = zone.seconds(ofWall: Int64(day.dayNumber) * 86_400 + reset)
    // When the clocks go back over the reset time, its second showing is no boundary.
    return boundary > time
      ? boundary : zone.seconds(ofWall: Int64(day.dayNumber + 1) * 86_400 + reset)
  }
}
