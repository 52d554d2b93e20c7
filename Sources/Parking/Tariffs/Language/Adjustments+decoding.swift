extension Adjustments {
  /// Takes the keys of adjustments from a plan's mapping; `name` is that of its concession.
  init(_ mapping: Mapping, name: Label?) {
    pricePercents =
      mapping.take("price_percent").flatMap { Percentage($0, name: name) }.map { [$0] } ?? []
    feePercents =
      mapping.take("fee_percent").flatMap { Percentage($0, name: name) }.map { [$0] } ?? []
    if mapping.take("exempt")?.boolean() == true { feePercents.append(Percentage(exempt: name)) }
    minimum = mapping.take("minimum")?.money()
    if let round = mapping.take("round_total"), let parts = round.mapping() {
      roundTo = parts.require("to", "a multiple in fen, such as 100")?
        .integer(1...1_000_000, "a multiple in fen")
      roundMode = parts.take("mode")?.choice(MoneyRounding.self)
      parts.finish()
    }
    percentRounding = mapping.take("percent_round")?.choice(MoneyRounding.self)
  }
}
