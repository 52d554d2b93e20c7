extension QuoteLine {
  /// The line in Chinese: `06-03 09:00–10:00 停车费：1 × 5.00元/1小时 = 5.00元`.
  public func chinese(_ currency: Currency) -> String {
    let amount = currency.chinese(amount.fen)
    let price = currency.chinese(unitPrice.fen)
    let unit = unitSeconds.map { TimeText.chinese($0) } ?? "次"
    return text(
      rule.chinese, separator: "：", units: "\(units) × \(price)/\(unit) = \(amount)",
      amount: amount)
  }

  /// The line in English: `06-03 09:00–10:00 Parking: 1 × CNY 5.00/1 h = CNY 5.00`.
  public func english(_ currency: Currency) -> String {
    let amount = currency.english(amount.fen)
    let price = currency.english(unitPrice.fen)
    let unit = unitSeconds.map { TimeText.english($0) } ?? "visit"
    return text(
      rule.english, separator: ": ", units: "\(units) × \(price)/\(unit) = \(amount)",
      amount: amount)
  }

  private func text(_ rule: String, separator: String, units: String, amount: String) -> String {
    "\(span) \(rule)\(separator)" + (kind == .rate && self.units > 0 ? units : amount)
  }

  /// `06-03 09:00–10:00`, with the end's date if it is another, and seconds where they are not 0.
  private var span: String {
    let start = CivilDateTime(wallSeconds: interval.start.seconds + Int64(startOffset))
    let end = CivilDateTime(wallSeconds: interval.end.seconds + Int64(endOffset))
    let first = "\(QuoteLine.day(start.date)) \(QuoteLine.clock(start.time))"
    // Midnight ends the day before it.
    if end.time == .midnight, end.date == start.date.advanced(byDays: 1) {
      return "\(first)–24:00"
    }
    let last = QuoteLine.clock(end.time)
    return end.date == start.date
      ? "\(first)–\(last)" : "\(first)–\(QuoteLine.day(end.date)) \(last)"
  }

  private static func day(_ date: CivilDate) -> String {
    let (_, month, day) = date.parts
    return "\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  private static func clock(_ time: CivilTime) -> String {
    time.second == 0 ? time.shortText : time.description
  }
}
