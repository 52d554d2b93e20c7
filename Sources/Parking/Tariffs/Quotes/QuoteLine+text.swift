extension QuoteLine {
  /// The line in Chinese: `06-03 09:00–10:00 停车费：1 × 5.00元/1小时 = 5.00元`.
  public func chinese(_ currency: Currency) -> String {
    chinese(Figures(self, currency)).joined()
  }

  /// The line in English: `06-03 09:00–10:00 Parking: 1 × CNY 5.00/1 h = CNY 5.00`.
  public func english(_ currency: Currency) -> String {
    english(Figures(self, currency)).joined()
  }

  /// What is the same in both languages.
  struct Figures {
    fileprivate let currency: Currency
    fileprivate let span: String
    fileprivate let unitPrice: String
    fileprivate let amount: String

    init(_ line: QuoteLine, _ currency: Currency) {
      self.currency = currency
      span = line.span
      unitPrice = line.countsUnits ? currency.decimal(line.unitPrice.fen) : ""
      amount = currency.decimal(line.amount.fen)
    }
  }

  /// The line in Chinese, in pieces: a quote is written with each stay, and to join them first
  /// costs as much as all the rest.
  func chinese(_ figures: Figures) -> [String] {
    let unit = figures.currency.chineseUnit
    guard countsUnits else {
      return [figures.span, " ", rule.chinese, "：", figures.amount, unit]
    }
    return [
      figures.span, " ", rule.chinese, "：", String(units), " × ", figures.unitPrice, unit, "/",
      unitSeconds.map { TimeText.chinese($0) } ?? "次", " = ", figures.amount, unit,
    ]
  }

  /// The line in English, in pieces.
  func english(_ figures: Figures) -> [String] {
    let code = figures.currency.code
    guard countsUnits else {
      return [figures.span, " ", rule.english, ": ", code, " ", figures.amount]
    }
    return [
      figures.span, " ", rule.english, ": ", String(units), " × ", code, " ", figures.unitPrice,
      "/", unitSeconds.map { TimeText.english($0) } ?? "visit", " = ", code, " ", figures.amount,
    ]
  }

  private var countsUnits: Bool { kind == .rate && units > 0 }

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
