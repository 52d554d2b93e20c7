/// What each cap still allows in its current group, and the lines of what it took off.
///
/// A fee accrues until a cap is reached and then stands still, so several caps need no order and
/// a longer stay is never cheaper.
struct CapLedger {
  private struct Entry {
    let cap: Cap
    let scope: Int
    /// What earlier stays took of the first group: fen or seconds.
    let usedBefore: Int
    var left: Slots

    func applies(_ window: Int, isTime: Bool) -> Bool {
      cap.limit.isTime == isTime && cap.counts(window: window)
    }

    /// Makes `left` ready for the group that a segment is in.
    mutating func enter(_ window: Int, _ segment: Int, _ timeline: Timeline) {
      let cap = cap
      let usedBefore = usedBefore
      left.enter(timeline.group(segment, scope), window) { group in
        max(0, cap.limit.value(in: group) - (group == 0 ? usedBefore : 0))
      }
    }
  }

  private struct Pending {
    let entry: Int
    let group: Int32
    let start: Int64
    var end: Int64
    var amount: Int
  }

  private var entries: [Entry] = []
  private var pending: Pending?
  /// The cap of time that cut the last segment short; nil if none did.
  private(set) var timeLabel: Label?

  init(_ plan: Plan, _ timeline: Timeline, _ stay: SessionTime, _ context: PricingContext) {
    entries = plan.caps.map { cap in
      let grouping = Grouping(cap.per, overEntries: cap.overEntries)
      let use = EarlierUse(grouping, start: stay.enter, context)
      return Entry(
        cap: cap, scope: timeline.index(of: grouping),
        usedBefore: cap.limit.isTime ? use.seconds : use.fees,
        left: Slots(cap.per, windows: plan.windows.count))
    }
  }

  /// How many of a segment's seconds the caps of time let charge.
  mutating func allowedSeconds(
    _ seconds: Int, _ window: Int, _ segment: Int, _ timeline: Timeline
  ) -> Int {
    let (allowed, binding) = allow(seconds, isTime: true, window, segment, timeline)
    timeLabel = binding.map { entries[$0].cap.label }
    return allowed
  }

  /// Counts an amount that the writer has taken, and takes off what the caps do not allow.
  mutating func limit(
    _ amount: Int, _ window: Int, _ segment: Int, _ timeline: Timeline,
    _ end: Int64, _ writer: inout LineWriter
  ) {
    let (allowed, binding) = allow(amount, isTime: false, window, segment, timeline)
    guard let binding else { return }
    let group = timeline.group(segment, entries[binding].scope)
    let start = timeline.segments[segment].start
    note(
      Pending(entry: binding, group: group, start: start, end: end, amount: allowed - amount),
      &writer)
  }

  /// What all caps of one sort allow of a demand, and the one that allows least.
  private mutating func allow(
    _ demand: Int, isTime: Bool, _ window: Int, _ segment: Int, _ timeline: Timeline
  ) -> (allowed: Int, binding: Int?) {
    var allowed = demand
    var binding: Int?
    for index in entries.indices where entries[index].applies(window, isTime: isTime) {
      entries[index].enter(window, segment, timeline)
      if entries[index].left[window] < allowed {
        allowed = entries[index].left[window]
        binding = index
      }
    }
    for index in entries.indices where entries[index].applies(window, isTime: isTime) {
      entries[index].left[window] -= allowed
    }
    return (allowed, binding)
  }

  /// Adds to the line of this cap and group, or begins it.
  private mutating func note(_ new: Pending, _ writer: inout LineWriter) {
    if var current = pending, current.entry == new.entry, current.group == new.group {
      current.end = new.end
      current.amount += new.amount
      pending = current
    } else {
      flush(&writer)
      pending = new
    }
  }

  /// Writes the line that is still open.
  mutating func flush(_ writer: inout LineWriter) {
    guard let current = pending else { return }
    writer.add(
      .cap, entries[current.entry].cap.label, current.start, current.end, amount: current.amount)
    pending = nil
  }
}
