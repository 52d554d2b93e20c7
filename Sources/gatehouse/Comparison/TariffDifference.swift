import Parking

/// What two tariffs charge for the same stays, in all and by rule.
struct TariffDifference {
  /// The sums of one tariff.
  struct Sums {
    var total = 0
    var byRule: [String: Int] = [:]
    /// Stays that it cannot price.
    var failures = 0

    mutating func add(_ quote: Quote) {
      total += quote.total.fen
      for line in quote.lines { byRule[line.rule.english, default: 0] += line.amount.fen }
    }
  }

  private(set) var old = Sums()
  private(set) var new = Sums()
  private(set) var stays = 0
  private(set) var dearer = 0
  private(set) var cheaper = 0

  /// Prices one stay under both.
  mutating func add(
    _ inputs: PricingInputs, old oldTariff: Tariff, new newTariff: Tariff, context: PricingContext
  ) {
    stays += 1
    let before = Self.price(inputs, oldTariff, context)
    let after = Self.price(inputs, newTariff, context)
    if let before { old.add(before) } else { old.failures += 1 }
    if let after { new.add(after) } else { new.failures += 1 }
    guard let before, let after else { return }
    if after.total > before.total { dearer += 1 }
    if after.total < before.total { cheaper += 1 }
  }

  /// Every rule of either, in order.
  var rules: [String] { Set(old.byRule.keys).union(new.byRule.keys).sorted() }

  private static func price(
    _ inputs: PricingInputs, _ tariff: Tariff, _ context: PricingContext
  ) -> Quote? {
    var context = context
    context.isNewEnergy = inputs.isNewEnergy
    return try? tariff.price(
      enter: inputs.enter, leave: inputs.leave, free: inputs.rights, context: context)
  }
}
