import Parking
import ParkingStore

/// What two tariffs charge for the same stays, in all and by rule.
struct TariffDifference {
  private(set) var old: TariffSums
  private(set) var new: TariffSums
  private(set) var stays = 0
  private(set) var dearer = 0
  private(set) var cheaper = 0

  /// Nothing is priced yet.
  init(old: Tariff, new: Tariff) {
    self.old = TariffSums(tariff: old)
    self.new = TariffSums(tariff: new)
  }

  /// Prices one stay under both; stays of one vehicle come in the order of time.
  mutating func add(_ stay: PricedStay, _ context: PricingContext) {
    stays += 1
    let before = old.add(stay, context)
    let after = new.add(stay, context)
    guard let before, let after else { return }
    if after > before { dearer += 1 }
    if after < before { cheaper += 1 }
  }

  /// Every rule of either, in order.
  var rules: [String] { Set(old.byRule.keys).union(new.byRule.keys).sorted() }
}
