/// A session cut into segments, with the group of every grouping for each of them.
struct Timeline {
  private(set) var segments: [Segment] = []
  /// `groups[segment * groupings.count + grouping]`.
  private var groups: [Int32] = []
  let groupings: [Grouping]

  /// Cuts the chargeable time of a stay for a plan.
  init(
    _ plan: Plan, _ stay: SessionTime, _ context: PricingContext
  ) throws(PricingError) {
    groupings = Timeline.groupings(of: plan)
    guard let first = stay.intervals.first else { return }
    var cycle = Cutter(plan.cycle ?? .stay, origin: first.start, zone: context.timeZone)
    var cutters = groupings.map {
      Cutter(
        $0.scope, origin: $0.origin(start: first.start, context), zone: context.timeZone)
    }
    var windows = try WindowSequence(plan, stay, context)
    for interval in stay.intervals {
      var time = interval.start
      while time < interval.end {
        cycle.advance(to: time)
        try windows.advance(to: time, cycle: cycle.group)
        var end = min(interval.end, min(windows.end, cycle.next))
        for index in cutters.indices {
          cutters[index].advance(to: time)
          end = min(end, cutters[index].next)
        }
        guard windows.window >= 0 || plan.outsideIsFree else {
          throw .noRate(at: context.timeZone.civil(of: Instant(seconds: time)))
        }
        segments.append(Segment(start: time, end: end, window: windows.window))
        for index in cutters.indices {
          switch groupings[index].scope {
          case .window: groups.append(windows.occurrence)
          case .cycle: groups.append(cycle.group)
          default: groups.append(cutters[index].group)
          }
        }
        time = end
      }
    }
  }

  /// The groupings of a plan, each once; the first is that of the counts.
  private static func groupings(of plan: Plan) -> [Grouping] {
    var groupings = [Grouping(plan.count)]
    for period in plan.free {
      let grouping = Grouping(period.per, overEntries: period.overEntries)
      if !groupings.contains(grouping) { groupings.append(grouping) }
    }
    for cap in plan.caps {
      let grouping = Grouping(cap.per, overEntries: cap.overEntries)
      if !groupings.contains(grouping) { groupings.append(grouping) }
    }
    return groupings
  }
}

extension Timeline {
  /// The group of a grouping that a segment is in; groups are numbered in the order of time.
  func group(_ segment: Int, _ grouping: Int) -> Int32 {
    groups[segment * groupings.count + grouping]
  }

  /// The place of a grouping.
  func index(of grouping: Grouping) -> Int { groupings.firstIndex(of: grouping) ?? 0 }

  /// Marks a segment as free by a threshold.
  mutating func free(_ segment: Int, by period: Int) { segments[segment].freedBy = period }

  /// Gives a segment to the window of another, and to the same occurrence.
  mutating func assign(_ segment: Int, windowOf other: Int) {
    segments[segment].window = segments[other].window
    for index in groupings.indices where groupings[index].scope == .window {
      groups[segment * groupings.count + index] = group(other, index)
    }
  }

  /// Moves the end of a segment.
  mutating func end(_ segment: Int, at end: Int64) { segments[segment].end = end }
}
