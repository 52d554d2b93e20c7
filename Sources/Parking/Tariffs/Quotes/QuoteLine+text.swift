extension QuoteLine {
  /// The line in Chinese: `06-03 09:00–10:00 停车费：1 × 5.00元/1小时 = 5.00元`.
  public func chinese(_ currency: Currency) -> String { chinese(currency, span: span) }

  /// The line in English: `06-03 09:00–10:00 Parking: 1 × CNY 5.00/1 h = CNY 5.00`.
  public func english(_ currency: Currency) -> String { english(currency, span: span) }

  /// The line in Chinese; `span` is what `span` says, which is the same in both languages.
  func chinese(_ currency: Currency, span: String) -> String {
    let unit = unitSeconds.map { TimeText.chinese($0) } ?? "次"
    let price = "\(currency.chinese(unitPrice.fen))/\(unit)"
    return text("\(span) \(rule.chinese)：", price: price, amount: currency.chinese(amount.fen))
  }

  /// The line in English; `span` is what `span` says, which is the same in both languages.
  func english(_ currency: Currency, span: String) -> String {
    let unit = unitSeconds.map { TimeText.english($0) } ?? "visit"
    let price = "\(currency.english(unitPrice.fen))/\(unit)"
    return text("\(span) \(rule.english): ", price: price, amount: currency.english(amount.fen))
  }

  private func text(_ label: String, price: String, amount: String) -> String {
    guard kind == .rate, units > 0 else { return label + amount }
    return "\(label)\(units) × \(price) = \(amount)"
  }

  /// `06-03 09:00–10:00`, with the end's date if it is another, and seconds where they are not 0.
  var span: String {
    let start = CivilDateTime(wallSeconds: interval.start.seconds + Int64(startOffset))
    let end = CivilDateTime(wallSeconds: interval.end.seconds + Int64(endOffset))
    let first = "\(start.date.monthAndDay) \(QuoteLine.clock(start.time))"
    // Midnight ends the day before it.
    if end.time == .midnight, end.date == start.date.advanced(byDays: 1) {
      return "\(first)–24:00"
    }
    let last = QuoteLine.clock(end.time)
    return end.date == start.date ? "\(first)–\(last)" : "\(first)–\(end.date.monthAndDay) \(last)"
  }

  private static func clock(_ time: CivilTime) -> String {
    time.second == 0 ? time.shortText : time.description
  }
}
