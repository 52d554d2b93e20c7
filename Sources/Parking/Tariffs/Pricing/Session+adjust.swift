extension Session {
  /// Percentages of the fee, least fee and rounding of the total, in this order.
  mutating func adjust() throws(PricingError) {
    let adjustments = plan.adjustments
    for percentage in adjustments.feePercents {
      let part = try percentage.of(writer.total, adjustments.percentRounding ?? .halfUp)
      note(.percent, percentage.label, to: part)
    }
    if let minimum = adjustments.minimum, writer.total > 0, writer.total < minimum {
      note(.minimum, Label(chinese: "最低收费", english: "Least fee"), to: minimum)
    }
    if let multiple = adjustments.roundTo {
      let mode = adjustments.roundMode ?? .halfUp
      let rounded = mode.divide(writer.total, by: multiple) * multiple
      note(.rounding, Label(chinese: "取整", english: "Rounding"), to: rounded)
    }
  }

  private mutating func note(_ kind: QuoteLine.Kind, _ label: Label, to total: Int) {
    guard total != writer.total, let first = stay.intervals.first, let last = stay.intervals.last
    else { return }
    writer.add(kind, label, first.start, last.end, amount: total - writer.total)
  }

  /// Adds the surcharges, unless a free period of the whole stay holds.
  mutating func surcharge() throws(PricingError) {
    let isFree = timeline.segments.contains {
      $0.freedBy >= 0 && periods[$0.freedBy].per == .stay && periods[$0.freedBy].window == nil
    }
    guard !isFree else { return }
    for surcharge in plan.surcharges {
      var session = try Session(surcharge, stay, context)
      let lines = try session.run()
      writer.append(lines)
    }
  }
}
