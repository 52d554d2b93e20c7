/// Whether an event is news (rule 13).
public enum Liveness: Sendable, Equatable {
  case live
  /// Not marked as a replay, but its time is far off: it waits for the attendant.
  case uncertain
  /// Stored by the camera and sent later: history, by the camera's time.
  case replay

  /// Judges an event by its mark and by how far the device's clock is ahead of the database's.
  ///
  /// A clock that was off by the same at the device's last events is merely wrong, and the event is
  /// live.
  /// - Parameters:
  ///   - skew: Milliseconds; nil when the device gave no time.
  ///   - clock: What the device's events before this one say of its clock.
  ///   - now: The database's clock.
  public init(isReplay: Bool, skew: Int64?, clock: DeviceClock?, now: Instant) {
    let tolerance = GateRules.clockTolerance * 1000
    if isReplay {
      self = .replay
    } else if let skew, !(-tolerance...tolerance).contains(skew) {
      self = clock?.isSteady(at: skew, now: now) ?? false ? .live : .uncertain
    } else {
      self = .live
    }
  }
}
