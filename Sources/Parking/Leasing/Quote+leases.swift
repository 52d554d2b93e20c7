extension Quote {
  /// The quote with a line for each stretch of the stay that a lease made free of charge, so that an
  /// attendant can say why it costs nothing.
  func naming(
    leases: [Interval], from enter: Instant, to leave: Instant, timeZone: ParkTimeZone
  ) -> Quote {
    var lines = lines
    for part in leases.covered(from: enter, to: leave) {
      let line = QuoteLine(
        kind: .right, rule: Quote.lease, interval: part,
        startOffset: timeZone.offset(at: part.start), endOffset: timeZone.offset(at: part.end),
        units: 0, unitSeconds: nil, unitPrice: .zero, amount: .zero)
      lines.insert(line, at: lines.place(of: line))
    }
    return Quote(total: total, currency: currency, lines: lines)
  }

  private static let lease = Label(chinese: "错峰租赁", english: "Lease")
}

extension Array where Element == QuoteLine {
  /// Where a stretch of time belongs among those that are there; caps and the like come after all.
  fileprivate func place(of line: QuoteLine) -> Int {
    let kinds: [QuoteLine.Kind] = [.rate, .free, .right]
    let later = firstIndex {
      kinds.contains($0.kind) && $0.interval.start >= line.interval.start
    }
    return later ?? lastIndex { kinds.contains($0.kind) }.map { $0 + 1 } ?? 0
  }
}

extension Array where Element == Interval {
  /// What they cover of a stretch of time, in order and without overlaps.
  func covered(from start: Instant, to end: Instant) -> [Interval] {
    var covered: [Interval] = []
    var place = start
    for gap in chargeable(from: start, to: end, rights: self) + [Interval(start: end, end: end)] {
      if place < gap.start { covered.append(Interval(start: place, end: gap.start)) }
      place = gap.end
    }
    return covered
  }

  /// Those of which some instant lies in a stay.
  func during(_ enter: Instant, _ leave: Instant) -> [Interval] {
    filter { $0.start < leave && $0.end > enter }
  }
}
