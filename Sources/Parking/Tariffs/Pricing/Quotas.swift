/// What is left of the deducted free periods in the current group of each.
struct Quotas {
  private struct Quota {
    let period: Int
    let length: Int
    let scope: Int
    let window: Int?
    let ratesRun: Bool
    let usedBefore: Int
    var left: Slots
  }

  /// Time that a period takes off.
  struct Grant {
    var seconds = 0
    /// The period; nil if there is none.
    var period: Int?
    var ratesRun = false
  }

  private var quotas: [Quota] = []

  /// Of the periods for one scope and window the longest counts: they do not add up.
  init(
    _ periods: [FreePeriod], _ plan: Plan, _ timeline: Timeline, _ stay: SessionTime,
    _ context: PricingContext
  ) {
    for (index, period) in periods.enumerated() where period.kind == .deducted {
      let grouping = Grouping(period.per, overEntries: period.overEntries)
      let quota = Quota(
        period: index, length: period.length(charging: context.chargingSeconds),
        scope: timeline.index(of: grouping), window: period.window, ratesRun: period.ratesRun,
        usedBefore: EarlierUse(grouping, start: stay.enter, context).seconds,
        left: Slots(period.per, windows: plan.windows.count))
      if let same = quotas.firstIndex(where: {
        $0.scope == quota.scope && $0.window == quota.window
      }) {
        if quotas[same].length < quota.length { quotas[same] = quota }
      } else {
        quotas.append(quota)
      }
    }
  }

  /// Takes up to `seconds` of a segment's time off, from its start. Of several periods, the one
  /// with most left decides; all of them are used up by the time.
  mutating func take(
    _ seconds: Int, _ window: Int, _ segment: Int, _ timeline: Timeline
  ) -> Grant {
    var grant = Grant()
    var most = 0
    for index in quotas.indices {
      let quota = quotas[index]
      if let only = quota.window, only != window { continue }
      quotas[index].left.enter(timeline.group(segment, quota.scope), window) { group in
        max(0, quota.length - (group == 0 ? quota.usedBefore : 0))
      }
      let left = quotas[index].left[window]
      let taken = min(seconds, left)
      quotas[index].left[window] -= taken
      if left > most {
        most = left
        grant = Grant(seconds: taken, period: quota.period, ratesRun: quota.ratesRun)
      }
    }
    return grant
  }
}
