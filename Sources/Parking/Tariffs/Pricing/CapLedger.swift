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
    var group: Int32 = -1
    var left = 0
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
      let use = EarlierUse(
        Grouping(cap.per, overEntries: cap.overEntries), start: stay.enter, context)
      var used = use.fees
      if case .seconds = cap.limit { used = use.seconds }
      return Entry(
        cap: cap, scope: timeline.index(of: cap.per, overEntries: cap.overEntries),
        usedBefore: used)
    }
  }

  /// How many of a segment's seconds the caps of time let charge.
  mutating func allowedSeconds(
    _ seconds: Int, _ window: Int, _ segment: Int, _ timeline: Timeline
  ) -> Int {
    timeLabel = nil
    var allowed = seconds
    for index in entries.indices {
      guard case .seconds(let limit) = entries[index].cap.limit,
        entries[index].cap.counts(window: window)
      else { continue }
      enter(index, timeline.group(segment, entries[index].scope), limit)
      if entries[index].left < allowed {
        allowed = entries[index].left
        timeLabel = entries[index].cap.label
      }
    }
    for index in entries.indices {
      if case .seconds = entries[index].cap.limit, entries[index].cap.counts(window: window) {
        entries[index].left -= allowed
      }
    }
    return allowed
  }

  /// Counts an amount that the writer has taken, and takes off what the caps do not allow.
  mutating func limit(
    _ amount: Int, _ window: Int, _ segment: Int, _ timeline: Timeline,
    _ start: Int64, _ end: Int64, _ writer: inout LineWriter
  ) throws(PricingError) {
    var allowed = amount
    var binding = -1
    for index in entries.indices {
      guard case .amounts(let amounts) = entries[index].cap.limit,
        entries[index].cap.counts(window: window)
      else { continue }
      let group = timeline.group(segment, entries[index].scope)
      enter(index, group, amounts[min(Int(group), amounts.count - 1)])
      if entries[index].left < allowed {
        allowed = entries[index].left
        binding = index
      }
    }
    for index in entries.indices {
      if case .amounts = entries[index].cap.limit, entries[index].cap.counts(window: window) {
        entries[index].left -= allowed
      }
    }
    guard binding >= 0 else { return }
    note(binding, entries[binding].group, start, end, allowed - amount, &writer)
  }

  private mutating func enter(_ index: Int, _ group: Int32, _ limit: Int) {
    guard entries[index].group != group else { return }
    entries[index].group = group
    entries[index].left = max(0, limit - (group == 0 ? entries[index].usedBefore : 0))
  }

  /// Adds to the line of this cap and group, or begins it.
  private mutating func note(
    _ entry: Int, _ group: Int32, _ start: Int64, _ end: Int64, _ amount: Int,
    _ writer: inout LineWriter
  ) {
    if var current = pending, current.entry == entry, current.group == group {
      current.end = end
      current.amount += amount
      pending = current
    } else {
      flush(&writer)
      pending = Pending(entry: entry, group: group, start: start, end: end, amount: amount)
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
