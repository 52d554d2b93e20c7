/// Cuts time into the groups of a scope: which group an instant is in and where the next begins.
struct Cutter {
  private let scope: Scope
  private let origin: Int64
  private let zone: ParkTimeZone
  /// The group of the last instant asked for, from 0 at the origin.
  private(set) var group: Int32 = -1
  /// Where the next group begins, in seconds; `Int64.max` if never.
  private(set) var next: Int64 = .min

  init(_ scope: Scope, origin: Int64, zone: ParkTimeZone) {
    self.scope = scope
    self.origin = origin
    self.zone = zone
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
      group += 1
      next = followingBoundary(after: time)
    }
  }

  private func followingBoundary(after time: Int64) -> Int64 {
    var reset: Int64 = 0
    if case .day(let resetAt) = scope { reset = Int64(resetAt) }
    let wall = time + Int64(zone.offset(atSeconds: time)) - reset
    let today = CivilDateTime(wallSeconds: wall).date
    var following = today.advanced(byDays: 1)
    if scope == .week { following = today.advanced(byDays: 8 - today.weekday) }
    if scope == .month {
      let (year, month, _) = today.parts
      following =
        CivilDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1) ?? following
    }
    let boundary = zone.seconds(ofWall: Int64(following.dayNumber) * 86_400 + reset)
    // When the clocks go back over the reset time, its second showing is no boundary.
    return boundary > time
      ? boundary
      : zone.seconds(ofWall: Int64(following.dayNumber + 1) * 86_400 + reset)
  }
}
