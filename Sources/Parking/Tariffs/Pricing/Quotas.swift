/// What is left of the deducted free periods in the current group of each.
struct Quotas {
  private struct Quota {
    let period: Int
    let length: Int
    let scope: Int
    let window: Int?
    let ratesRun: Bool
    let usedBefore: Int
    var group: Int32 = -1
    var left = 0
  }

  private var quotas: [Quota] = []

  /// Of the periods for one scope and window the longest counts: they do not add up.
  init(
    _ periods: [FreePeriod], _ timeline: Timeline, _ stay: SessionTime, _ context: PricingContext
  ) {
    for (index, period) in periods.enumerated() where period.kind == .deducted {
      let grouping = Grouping(period.per, overEntries: period.overEntries)
      let quota = Quota(
        period: index, length: period.length(charging: context.chargingSeconds),
        scope: timeline.index(of: period.per, overEntries: period.overEntries),
        window: period.window, ratesRun: period.ratesRun,
        usedBefore: EarlierUse(grouping, start: stay.enter, context).seconds)
      if let same = quotas.firstIndex(where: {
        $0.scope == quota.scope && $0.window == quota.window
      }) {
        if quotas[same].length < quota.length { quotas[same] = quota }
      } else {
        quotas.append(quota)
      }
    }
  }

  /// Takes up to `seconds` of a segment's time off, from its start.
  mutating func take(
    _ seconds: Int, _ window: Int, _ segment: Int, _ timeline: Timeline
  ) -> (seconds: Int, period: Int?, ratesRun: Bool) {
    var best: (seconds: Int, period: Int?, ratesRun: Bool) = (0, nil, false)
    for index in quotas.indices {
      if let only = quotas[index].window, only != window { continue }
      let group = timeline.group(segment, quotas[index].scope)
      if quotas[index].group != group {
        quotas[index].group = group
        let used = group == 0 ? quotas[index].usedBefore : 0
        quotas[index].left = max(0, quotas[index].length - used)
      }
      let taken = min(seconds, quotas[index].left)
      quotas[index].left -= taken
      if taken > best.seconds { best = (taken, quotas[index].period, quotas[index].ratesRun) }
    }
    return best
  }
}
