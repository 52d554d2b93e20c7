/// A session cut into segments, with the group of every scope for each of them.
struct Timeline {
  private(set) var segments: [Segment] = []
  /// `groups[segment * scopes.count + scope]`.
  private var groups: [Int32] = []
  let scopes: [Scope]

  /// The group of a scope that a segment is in; groups are numbered in the order of time.
  func group(_ segment: Int, _ scope: Int) -> Int32 { groups[segment * scopes.count + scope] }

  mutating func free(_ segment: Int, by period: Int) { segments[segment].freedBy = period }

  /// Cuts `intervals` (seconds, in order, not empty) for a plan.
  init(
    _ plan: Plan, _ stay: SessionTime, _ context: PricingContext
  ) throws(PricingError) {
    scopes = Timeline.scopes(of: plan)
    guard let first = stay.intervals.first, let last = stay.intervals.last else { return }
    var active: [Bool] = []
    for window in plan.windows {
      active.append(
        try window.condition?.holds(enter: stay.enter, leave: stay.leave, context) ?? true)
    }
    var cycle = Cutter(plan.cycle ?? .stay, origin: first.start, zone: context.timeZone)
    var cutters = scopes.map { Cutter($0, origin: first.start, zone: context.timeZone) }
    var walker = try WindowWalker(plan, active: active, from: first.start, to: last.end, context)
    var stretch = try walker.next()
    var occurrence: Int32 = 0
    var lastCycle: Int32 = 0
    for interval in stay.intervals {
      var time = interval.start
      while time < interval.end {
        while stretch.end <= time {
          stretch = try walker.next()
          occurrence += 1
        }
        cycle.advance(to: time)
        if cycle.group != lastCycle {
          lastCycle = cycle.group
          occurrence += 1
        }
        var end = min(interval.end, min(stretch.end, cycle.next))
        for index in cutters.indices {
          cutters[index].advance(to: time)
          end = min(end, cutters[index].next)
        }
        let window = Timeline.holds(stretch.window, in: cycle.group, plan)
        if window < 0, !plan.outsideIsFree {
          throw .noRate(at: context.timeZone.civil(of: Instant(seconds: time)))
        }
        segments.append(Segment(start: time, end: end, window: window))
        for index in cutters.indices {
          switch scopes[index] {
          case .window: groups.append(occurrence)
          case .cycle: groups.append(cycle.group)
          default: groups.append(cutters[index].group)
          }
        }
        time = end
      }
    }
  }

  private static func holds(_ window: Int, in cycle: Int32, _ plan: Plan) -> Int {
    guard window >= 0 else { return -1 }
    return plan.windows[window].cycles.contains(Int(cycle) + 1) ? window : -1
  }

  /// The scopes of a plan, each once; the first is that of the counts.
  private static func scopes(of plan: Plan) -> [Scope] {
    var scopes: [Scope] = [plan.count]
    for scope in plan.free.map(\.per) + plan.caps.map(\.per) where !scopes.contains(scope) {
      scopes.append(scope)
    }
    return scopes
  }
}
