/// Collects the lines of a quote and their sum.
struct LineWriter {
  private(set) var lines: [QuoteLine] = []
  private(set) var total = 0
  private let zone: ParkTimeZone

  init(zone: ParkTimeZone) {
    self.zone = zone
  }

  mutating func reserve(_ count: Int) { lines.reserveCapacity(count) }

  /// Adds what another writer has collected, but for lines of time that costs nothing.
  mutating func append(_ other: LineWriter) {
    total += other.total
    lines += other.lines.filter { $0.amount != .zero }
  }

  /// Adds a line without units; empty ones are left out.
  mutating func add(
    _ kind: QuoteLine.Kind, _ rule: Label, _ start: Int64, _ end: Int64, amount: Int
  ) {
    guard start < end || amount != 0 else { return }
    append(kind, rule, start, end, units: 0, unitSeconds: nil, unitPrice: 0, amount: amount)
  }

  /// Adds the charge of a step.
  mutating func add(_ charge: Rate.Charge, _ rule: Label, _ start: Int64, _ end: Int64) {
    let step = charge.step
    append(
      .rate, rule, start, end, units: charge.units,
      unitSeconds: step.unit ?? step.end.map { $0 - step.start }, unitPrice: step.price,
      amount: charge.amount)
  }

  private mutating func append(
    _ kind: QuoteLine.Kind, _ rule: Label, _ start: Int64, _ end: Int64,
    units: Int, unitSeconds: Int?, unitPrice: Int, amount: Int
  ) {
    total += amount
    lines.append(
      QuoteLine(
        kind: kind, rule: rule,
        interval: Interval(start: Instant(seconds: start), end: Instant(seconds: end)),
        startOffset: zone.offset(atSeconds: start), endOffset: zone.offset(atSeconds: end),
        units: units, unitSeconds: unitSeconds, unitPrice: Money(fen: unitPrice),
        amount: Money(fen: amount)))
  }
}
