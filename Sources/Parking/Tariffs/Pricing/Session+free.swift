extension Session {
  /// The free periods that this stay may use.
  static func applicable(
    _ plan: Plan, _ stay: SessionTime, _ context: PricingContext
  ) throws(PricingError) -> [FreePeriod] {
    var periods: [FreePeriod] = []
    for period in plan.free {
      if let condition = period.condition,
        try !condition.holds(enter: stay.enter, leave: stay.leave, context)
      {
        continue
      }
      if let times = period.times, !times.leaveRoom(at: stay.enter, context) { continue }
      if period.afterAbsence > 0,
        context.earlier.contains(where: {
          $0.enter.seconds < stay.enter
            && $0.leave.seconds > stay.enter - Int64(period.afterAbsence)
        })
      {
        continue
      }
      periods.append(period)
    }
    return periods
  }

  /// Marks the segments of every group whose time stays within a threshold as free.
  mutating func grantThresholds() {
    for (number, period) in periods.enumerated() where period.kind == .threshold {
      if period.per == .window {
        // Occurrences of windows can alternate; those of one window follow each other.
        for window in plan.windows.indices where period.window ?? window == window {
          grant(
            period, number,
            timeline.segments.indices.filter {
              timeline.segments[$0].window == window
            })
        }
      } else {
        grant(period, number, Array(timeline.segments.indices))
      }
    }
  }

  /// Marks the groups within a threshold among segments whose groups follow each other.
  private mutating func grant(_ period: FreePeriod, _ number: Int, _ segments: [Int]) {
    let length = period.length(charging: context.chargingSeconds)
    let grouping = Grouping(period.per, overEntries: period.overEntries)
    let scope = timeline.index(of: grouping)
    let earlier = EarlierUse(grouping, start: stay.enter, context).seconds
    var first = 0
    while first < segments.count {
      let group = timeline.group(segments[first], scope)
      var last = first
      var used = group == 0 ? earlier : 0
      while last < segments.count, timeline.group(segments[last], scope) == group {
        let segment = timeline.segments[segments[last]]
        if counts(segment, for: period) { used += segment.length }
        last += 1
      }
      if period.limit == .inclusive ? used <= length : used < length {
        for index in segments[first..<last] where isCharged(timeline.segments[index], period) {
          timeline.free(index, by: number)
        }
      }
      first = last
    }
  }

  private func counts(_ segment: Segment, for period: FreePeriod) -> Bool {
    period.counting == .parked
      ? period.window == nil || period.window == segment.window
      : isCharged(segment, period)
  }

  /// Whether a segment costs something and a free period is for its window.
  private func isCharged(_ segment: Segment, _ period: FreePeriod) -> Bool {
    segment.window >= 0 && plan.windows[segment.window].rate != nil
      && (period.window == nil || period.window == segment.window)
  }
}

extension FreePeriod {
  /// Seconds that are free for a vehicle that charged so long.
  func length(charging: Int) -> Int { length + min(max(0, charging), plusCharging) }
}

extension FreePeriod.Times {
  /// Whether the period may be granted once more to a stay that begins at `enter`.
  func leaveRoom(at enter: Int64, _ context: PricingContext) -> Bool {
    if let number = context.entryNumber { return number <= atMost }
    var cutter = Cutter(per, origin: enter, zone: context.timeZone)
    let used = context.earlier.count { stay in
      let start = stay.enter.seconds
      guard start <= enter, stay.leave.seconds - start > Int64(ignoring) else { return false }
      if case .rolling(let seconds) = per { return start > enter - Int64(seconds) }
      // A calendar scope: the earlier entry lies in the group that the entry lies in.
      cutter = Cutter(per, origin: start, zone: context.timeZone)
      cutter.advance(to: start)
      return cutter.next > enter
    }
    return used < atMost
  }
}
