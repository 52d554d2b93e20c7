extension Quote {
  /// The quote as JSON, for storing and showing; equal quotes give equal texts.
  ///
  /// Times are seconds since the Unix epoch with the offset of the park's clocks; `zh` and `en` are
  /// the texts of the lines.
  public var jsonText: String {
    var json = CanonicalJSON()
    write(to: &json)
    return json.text
  }

  /// Writes `jsonText`.
  func write(to json: inout CanonicalJSON) {
    json.append(#"{"currency":"#)
    json.append(quoting: currency.code)
    json.append(#","lines":["#)
    for (index, line) in lines.enumerated() {
      if index > 0 { json.append(",") }
      line.write(to: &json, currency)
    }
    json.append(#"],"total":"#)
    json.append(total.fen)
    json.append("}")
  }

  /// Reads what `jsonText` wrote.
  public init(json: String) throws(TariffErrors) {
    let list = ProblemList()
    var total: Int?
    var currency: String?
    var lines: [QuoteLine] = []
    do {
      let root = Node(document: try Document(json: json), path: "", list: list)
      if let mapping = root.mapping() {
        total = mapping.require("total", "the total")?.integer(Int.min...Int.max)
        currency = mapping.require("currency", "its code")?.text()
        lines = mapping.require("lines", "the lines")?.items().compactMap { QuoteLine($0) } ?? []
        mapping.finish()
      }
    } catch {
      throw TariffErrors(error)
    }
    guard list.problems.isEmpty, let total, let currency else {
      throw TariffErrors(problems: list.problems)
    }
    self.init(total: Money(fen: total), currency: Currency(code: currency), lines: lines)
  }
}

extension QuoteLine {
  fileprivate func write(to json: inout CanonicalJSON, _ currency: Currency) {
    let figures = Figures(self, currency)
    json.append(#"{"amount":"#)
    json.append(amount.fen)
    json.append(#","en":"#)
    json.append(quoting: english(figures))
    json.append(#","end":"#)
    json.append(Int(interval.end.seconds))
    json.append(#","end_offset":"#)
    json.append(endOffset)
    json.append(#","kind":"#)
    json.append(quoting: kind.rawValue)
    json.append(#","rule_en":"#)
    json.append(quoting: rule.english)
    json.append(#","rule_zh":"#)
    json.append(quoting: rule.chinese)
    json.append(#","start":"#)
    json.append(Int(interval.start.seconds))
    json.append(#","start_offset":"#)
    json.append(startOffset)
    json.append(#","unit_price":"#)
    json.append(unitPrice.fen)
    if let unitSeconds {
      json.append(#","unit_seconds":"#)
      json.append(unitSeconds)
    }
    json.append(#","units":"#)
    json.append(units)
    json.append(#","zh":"#)
    json.append(quoting: chinese(figures))
    json.append("}")
  }

  fileprivate init?(_ node: Node) {
    guard let mapping = node.mapping() else { return nil }
    func number(_ key: String) -> Int {
      mapping.require(key, "a number")?.integer(-1_000_000_000_000...1_000_000_000_000) ?? 0
    }
    kind = mapping.require("kind", "a line's kind")?.choice(Kind.self) ?? .rate
    rule = Label(
      chinese: mapping.require("rule_zh", "the rule")?.scalar ?? "",
      english: mapping.require("rule_en", "the rule")?.scalar ?? "")
    interval = Interval(
      start: Instant(seconds: Int64(number("start"))), end: Instant(seconds: Int64(number("end"))))
    startOffset = number("start_offset")
    endOffset = number("end_offset")
    units = number("units")
    unitPrice = Money(fen: number("unit_price"))
    amount = Money(fen: number("amount"))
    unitSeconds = mapping.take("unit_seconds")?.integer(1...Int.max)
    _ = mapping.take("zh")
    _ = mapping.take("en")
    mapping.finish()
  }
}
