/// The windows that hold one after the other during a session, with cycles in mind.
struct WindowSequence {
  private let plan: Plan
  private let context: PricingContext
  private let last: Int64
  /// Whether each window's condition holds for the stay.
  private var active: [Bool] = []
  private let dependsOnCycles: Bool
  private let entryDay: CivilDate?
  private var walker: WindowWalker
  private var stretch: WindowWalker.Stretch
  private var cycle: Int32 = 0
  private let firstDay: Int

  /// The index of the window that holds; -1 outside all.
  var window: Int { stretch.window }
  /// The number of the window's occurrence, which is one even if another window interrupts it: the
  /// day on which it began, and the cycle that cuts it.
  var occurrence: Int32 {
    Int32(truncatingIfNeeded: (stretch.day - firstDay + 8) * 100_000 + Int(cycle) % 100_000)
  }
  /// Where another window or occurrence begins, in seconds.
  var end: Int64 { stretch.end }

  init(_ plan: Plan, _ stay: SessionTime, _ context: PricingContext) throws(PricingError) {
    self.plan = plan
    self.context = context
    let start = stay.intervals.first?.start ?? stay.enter
    last = stay.intervals.last?.end ?? stay.leave
    for window in plan.windows {
      active.append(
        try window.condition?.holds(enter: stay.enter, leave: stay.leave, context) ?? true)
    }
    dependsOnCycles = plan.windows.contains { $0.cycles != 1...Int.max }
    let entry = context.timeZone.civil(of: Instant(seconds: start)).date
    entryDay = plan.dayOfEntry ? entry : nil
    firstDay = entry.dayNumber
    walker = try WindowWalker(
      plan.windows, active: WindowSequence.active(active, 0, plan), entryDay: entryDay,
      from: start, to: last, context)
    stretch = try walker.next()
  }

  /// Moves on to `time`, which never goes back.
  mutating func advance(to time: Int64, cycle current: Int32) throws(PricingError) {
    if current != cycle {
      cycle = current
      if dependsOnCycles {
        walker = try WindowWalker(
          plan.windows, active: WindowSequence.active(active, current, plan), entryDay: entryDay,
          from: time, to: last, context)
        stretch = try walker.next()
      }
    }
    while stretch.end <= time { stretch = try walker.next() }
  }

  private static func active(_ active: [Bool], _ cycle: Int32, _ plan: Plan) -> [Bool] {
    active.indices.map { active[$0] && plan.windows[$0].cycles.contains(Int(cycle) + 1) }
  }
}
