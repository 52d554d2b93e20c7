extension Session {
  /// Percentage of the fee, least fee and rounding of the total, in this order.
  mutating func adjust() throws(PricingError) {
    let adjustments = plan.adjustments
    if let percent = adjustments.feePercent {
      let (product, overflow) = writer.total.multipliedReportingOverflow(by: percent)
      guard !overflow else { throw .overflow }
      note(
        .percent, Session.percentLabel(percent, plan.concession),
        to: adjustments.percentRounding.divide(product, by: 100))
    }
    if let minimum = adjustments.minimum, writer.total > 0, writer.total < minimum {
      note(.minimum, Label(chinese: "最低收费", english: "Least fee"), to: minimum)
    }
    if let multiple = adjustments.roundTo {
      let rounded = adjustments.roundMode.divide(writer.total, by: multiple) * multiple
      note(.rounding, Label(chinese: "取整", english: "Rounding"), to: rounded)
    }
  }

  private mutating func note(_ kind: QuoteLine.Kind, _ label: Label, to total: Int) {
    guard total != writer.total, let first = stay.intervals.first, let last = stay.intervals.last
    else { return }
    writer.add(kind, label, first.start, last.end, amount: total - writer.total)
  }
}
