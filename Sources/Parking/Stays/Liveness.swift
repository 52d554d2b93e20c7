/// Whether an event is news (rule 13).
public enum Liveness: Sendable, Equatable {
  case live
  /// Not marked as a replay, but its time is far off: it waits for the attendant.
  case uncertain
  /// Stored by the camera and sent later: history, by the camera's time.
  case replay

  /// Judges an event by its mark and by how far the device's clock is ahead of the database's.
  ///
  /// A clock that was off by the same at the last event is merely wrong, and the event is live.
  /// - Parameters:
  ///   - skew: Milliseconds; nil when the device gave no time.
  ///   - lastSkew: The same of the device's last event.
  public init(isReplay: Bool, skew: Int64?, lastSkew: Int64?) {
    let tolerance = GateRules.clockTolerance * 1000
    if isReplay {
      self = .replay
    } else if let skew, !(-tolerance...tolerance).contains(skew) {
      let steady = GateRules.skewTolerance * 1000
      let isSteady = lastSkew.map { (-steady...steady).contains(skew - $0) } ?? false
      self = isSteady ? .live : .uncertain
    } else {
      self = .live
    }
  }
}
