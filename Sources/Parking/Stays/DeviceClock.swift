/// What a device's last events say of its clock (rule 13).
///
/// One earlier event that was off by the same proves nothing: a backlog that a camera sends without
/// marking it is off by much the same from one event to the next. A wrong clock stays wrong by the
/// same while time passes; a backlog catches up. So it takes several events, all within 30 s of the
/// first, that came over some minutes.
public struct DeviceClock: Sendable, Equatable {
  /// How far it was ahead at the first of these events, in milliseconds.
  public let skew: Int64
  /// How many events in a row were off by the same.
  public let events: Int
  /// When the first of them came.
  public let since: Instant

  /// Made of its parts.
  public init(skew: Int64, events: Int, since: Instant) {
    self.skew = skew
    self.events = events
    self.since = since
  }

  /// The clock after one more event, of which `skew` is known.
  public static func following(
    _ clock: DeviceClock?, skew: Int64, now: Instant
  ) -> DeviceClock {
    guard let clock, clock.agrees(with: skew) else {
      return DeviceClock(skew: skew, events: 1, since: now)
    }
    // A clock that drifts slowly takes its reference along once it is known.
    let reference = clock.isSteady(at: skew, now: now) ? skew : clock.skew
    return DeviceClock(
      skew: reference, events: min(clock.events + 1, Int(Int16.max)), since: clock.since)
  }

  /// Whether an event that is off by `skew` is off as all the last ones were.
  func isSteady(at skew: Int64, now: Instant) -> Bool {
    events >= GateRules.steadyEvents && agrees(with: skew)
      && now >= since.advanced(bySeconds: GateRules.steadyTime)
  }

  private func agrees(with skew: Int64) -> Bool {
    let steady = GateRules.skewTolerance * 1000
    return (-steady...steady).contains(skew - self.skew)
  }
}
