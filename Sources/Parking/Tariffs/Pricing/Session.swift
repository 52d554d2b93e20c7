/// Prices one session by one plan: cuts it into segments, grants free periods, charges what is
/// left by the rates and keeps the caps.
struct Session {
  let plan: Plan
  let stay: SessionTime
  let context: PricingContext
  var timeline: Timeline
  var writer: LineWriter
  /// Applicable free periods.
  var periods: [FreePeriod] = []
  private var counts: Counts
  private var quotas: Quotas
  private var caps: CapLedger
  /// The prices so far, before and after each percentage.
  private var sums: [Int]
  private var scaledSums: [Int]

  init(_ plan: Plan, _ stay: SessionTime, _ context: PricingContext) throws(PricingError) {
    self.plan = plan
    self.stay = stay
    self.context = context
    timeline = try Timeline(plan, stay, context)
    writer = LineWriter(zone: context.timeZone)
    counts = Counts(plan)
    periods = try Session.applicable(plan, stay, context)
    quotas = Quotas(periods, plan, timeline, stay, context)
    caps = CapLedger(plan, timeline, stay, context)
    sums = plan.adjustments.pricePercents.map { _ in 0 }
    scaledSums = sums
  }

  /// The total and the lines.
  mutating func run() throws(PricingError) -> LineWriter {
    absorbCrossing()
    grantThresholds()
    roundStay()
    writer.reserve(timeline.segments.count + 8)
    for index in timeline.segments.indices {
      let segment = timeline.segments[index]
      if segment.freedBy >= 0 {
        writer.add(.free, periods[segment.freedBy].label, segment.start, segment.end, amount: 0)
      } else if segment.window < 0 {
        writer.add(.free, Session.outside, segment.start, segment.end, amount: 0)
      } else if let rate = plan.windows[segment.window].rate {
        try charge(segment, index, rate)
      } else {
        let label = plan.windows[segment.window].label
        writer.add(.free, label, segment.start, segment.end, amount: 0)
      }
    }
    caps.flush(&writer)
    if !plan.surcharges.isEmpty { try surcharge() }
    try adjust()
    return writer
  }

  private static let outside = Label(chinese: "非收费时段", english: "Outside charging hours")

  /// Charges a segment: what the caps of time and the deducted free periods leave of it.
  private mutating func charge(
    _ segment: Segment, _ index: Int, _ rate: Rate
  ) throws(PricingError) {
    let window = segment.window
    let allowed = caps.allowedSeconds(segment.length, window, index, timeline)
    let free = quotas.take(allowed, window, index, timeline)
    let start = segment.start + Int64(free.seconds)
    let end = segment.start + Int64(allowed)
    if let period = free.period {
      writer.add(.free, periods[period].label, segment.start, start, amount: 0)
      if free.ratesRun { counts.skip(free.seconds, window, timeline.group(index, 0)) }
    }
    if start < end {
      let before = writer.total
      try chargeRate(rate, window, start, end, timeline.group(index, 0))
      caps.limit(writer.total - before, window, index, timeline, end, &writer)
    }
    if let label = caps.timeLabel {
      writer.add(.free, label, end, segment.end, amount: 0)
    }
  }

  private mutating func chargeRate(
    _ rate: Rate, _ window: Int, _ start: Int64, _ end: Int64, _ group: Int32
  ) throws(PricingError) {
    let from = counts.advance(Int(end - start), window, group)
    let to = from + Int(end - start)
    let label = plan.windows[window].label
    let before = writer.total
    rate.charges(from: from, to: to) { charge in
      writer.add(
        charge, label, start + Int64(charge.from - from), start + Int64(charge.to - from))
    }
    guard !plan.adjustments.pricePercents.isEmpty else { return }
    try scale(by: writer.total - before, start, end)
  }

  /// Applies the percentages to what the rates have just added. The sum so far is rounded, not each
  /// stretch, so that fractions of a fen do not add up.
  private mutating func scale(by added: Int, _ start: Int64, _ end: Int64) throws(PricingError) {
    var change = added
    for (index, percentage) in plan.adjustments.pricePercents.enumerated() {
      sums[index] += change
      let scaled = try percentage.of(sums[index], plan.adjustments.percentRounding ?? .halfUp)
      let difference = scaled - scaledSums[index]
      writer.add(.percent, percentage.label, start, end, amount: difference - change)
      scaledSums[index] = scaled
      change = difference
    }
  }
}
