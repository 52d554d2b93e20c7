extension Quote {
  /// The quote as JSON, for storing and showing; equal quotes give equal texts.
  ///
  /// Times are seconds since the Unix epoch with the offset of the park's clocks; `zh` and `en` are
  /// the texts of the lines.
  public var jsonText: String { document.jsonText }

  var document: Document {
    Document(members: [
      ("total", Document(integer: total.fen)),
      ("currency", Document(text: currency.code)),
      ("lines", Document(.sequence(lines.map { $0.document(currency) }))),
    ])
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
  fileprivate func document(_ currency: Currency) -> Document {
    var members: [(String, Document)] = [
      ("kind", Document(text: kind.rawValue)),
      ("rule_zh", Document(text: rule.chinese)),
      ("rule_en", Document(text: rule.english)),
      ("start", Document(integer: Int(interval.start.seconds))),
      ("end", Document(integer: Int(interval.end.seconds))),
      ("start_offset", Document(integer: startOffset)),
      ("end_offset", Document(integer: endOffset)),
      ("units", Document(integer: units)),
      ("unit_price", Document(integer: unitPrice.fen)),
      ("amount", Document(integer: amount.fen)),
      ("zh", Document(text: chinese(currency))),
      ("en", Document(text: english(currency))),
    ]
    if let unitSeconds { members.append(("unit_seconds", Document(integer: unitSeconds))) }
    return Document(members: members)
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
