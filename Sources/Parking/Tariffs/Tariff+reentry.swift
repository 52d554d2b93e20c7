extension Tariff {
  /// A session together with the earlier ones that it continues.
  struct Rejoined {
    let stay: SessionTime
    let context: PricingContext
    /// What was charged for the earlier ones.
    let paid: Money
  }

  /// The session with every earlier stay that ended so shortly before the next one began that the
  /// tariff takes them for one (`reentry`); nil if there is none.
  func rejoined(
    _ stay: SessionTime, _ rights: [Interval], _ context: PricingContext
  ) throws(PricingError) -> Rejoined? {
    var first = stay.enter
    var parts: [SessionTime] = []
    var paid = 0
    var context = context
    for earlier in context.earlier.sorted(by: { $0.leave > $1.leave }) {
      let leave = earlier.leave.seconds
      guard leave <= first, earlier.enter <= earlier.leave, first - leave <= Int64(reentrySeconds)
      else { continue }
      let part = try SessionTime(
        enter: earlier.enter, leave: earlier.leave, rights: rights, resolution: resolution)
      parts.insert(part, at: 0)
      first = part.enter
      paid += min(max(0, earlier.fee.fen), 1_000_000_000_000)
    }
    guard !parts.isEmpty else { return nil }
    let start = first
    context.earlier.removeAll { $0.enter.seconds >= start }
    return Rejoined(
      stay: try SessionTime(parts, continuedBy: stay), context: context, paid: Money(fen: paid))
  }
}
