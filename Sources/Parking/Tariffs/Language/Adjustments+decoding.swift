extension Adjustments {
  /// Takes the keys of adjustments from a plan's mapping; nil if it has none.
  init?(_ mapping: Mapping, _ reader: PlanReader) {
    let percents = 0...10_000
    let present = mapping.has(
      "price_percent", "fee_percent", "exempt", "minimum", "round_total", "percent_round")
    self.init()
    pricePercent = mapping.take("price_percent")?.integer(percents, "a percentage")
    feePercent = mapping.take("fee_percent")?.integer(percents, "a percentage")
    if mapping.take("exempt")?.boolean() == true { feePercent = 0 }
    minimum = mapping.take("minimum")?.money()
    if let round = mapping.take("round_total"), let parts = round.mapping() {
      roundTo = parts.require("to", "a multiple in fen, such as 100")?
        .integer(1...1_000_000, "a multiple in fen")
      roundMode = parts.take("mode")?.choice(MoneyRounding.self) ?? .halfUp
      parts.finish()
    }
    percentRounding = mapping.take("percent_round")?.choice(MoneyRounding.self) ?? .halfUp
    if !present { return nil }
  }
}
