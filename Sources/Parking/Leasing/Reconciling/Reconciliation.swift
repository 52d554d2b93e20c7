/// What follows from a reading of a partner's orders ("Leasing" of the product).
///
/// The document has no cancelling, so a window that the partner no longer lists is taken back; but
/// only if it has not begun, came to us before the first reading that lacked it began, and is
/// absent from two complete readings at least five minutes apart. A failed or partial reading takes
/// nothing back.
public struct Reconciliation: Sendable, Equatable {
  /// What we lack, in order.
  public let lacking: [LeasedWindow]
  /// Windows whose absence is new, or goes on and is not yet old enough.
  public let absent: [HeldWindow]
  /// Windows whose absence was noted and does not hold any more.
  public let found: [HeldWindow]
  /// Windows to take back.
  public let takenBack: [HeldWindow]
  /// Windows that would be taken back, were they not too large a share: a person decides.
  public let heldBack: [HeldWindow]

  /// Compares what we hold with what the partner lists.
  ///
  /// - Parameters:
  ///   - held: all of the partner's windows at the park that are not taken back.
  ///   - now: the database's clock.
  public init(
    held: [HeldWindow], reading: OrderReading, now: Instant,
    rule: ReconciliationRule = ReconciliationRule()
  ) {
    lacking = Self.lacking(reading.windows, held)
    var absent: [HeldWindow] = []
    var found: [HeldWindow] = []
    var gone: [HeldWindow] = []
    for window in held {
      switch Self.verdict(on: window, reading, now: now, gap: rule.gap) {
      case .listed: if window.absence != nil { found.append(window) }
      case .unknown: break
      case .absent: absent.append(window)
      case .gone: gone.append(window)
      }
    }
    let pending = held.count { $0.beginsAt > now }
    let isTooMany = gone.count > rule.most(of: pending)
    self.absent = absent
    self.found = found
    takenBack = isTooMany ? [] : gone
    heldBack = isTooMany ? gone : []
  }

  private enum Verdict {
    case listed, unknown, absent, gone
  }

  private static func verdict(
    on held: HeldWindow, _ reading: OrderReading, now: Instant, gap: Int64
  ) -> Verdict {
    // The partner may list a window without a plate that we know the plate of by now.
    let nameless = LeasedWindow(plate: nil, window: held.leased.window)
    if reading.windows.contains(held.leased) || reading.windows.contains(nameless) {
      return .listed
    }
    guard reading.isComplete, held.beginsAt > now else { return .unknown }
    guard let absence = held.absence, held.receivedAt < absence.began else {
      return held.receivedAt < reading.began ? .absent : .unknown
    }
    return reading.began.seconds(since: absence.ended) >= gap ? .gone : .absent
  }

  /// A window without a plate is not lacking where the same one has a plate by now.
  private static func lacking(
    _ listed: Set<LeasedWindow>, _ held: [HeldWindow]
  ) -> [LeasedWindow] {
    let known = Set(held.map(\.leased))
    let windows = Set(held.map(\.leased.window))
    return listed.filter { leased in
      leased.plate == nil ? !windows.contains(leased.window) : !known.contains(leased)
    }
    .sorted { ($0.window, $0.plate ?? "") < ($1.window, $1.plate ?? "") }
  }
}
