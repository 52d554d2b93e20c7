import Parking
import ParkingStore

/// What one tariff charges for stays, in all and by rule.
struct TariffSums {
  private(set) var total = 0
  private(set) var byRule: [String: Int] = [:]
  /// Stays that it cannot price.
  private(set) var failures = 0

  private let tariff: Tariff
  private let lookBack: Int
  /// The stays of each vehicle with their fees under this tariff, as far back as it looks.
  private var earlier: [String: [PricingContext.EarlierStay]] = [:]

  init(tariff: Tariff) {
    self.tariff = tariff
    lookBack = tariff.lookBack
  }

  /// Prices one stay; nil if it cannot.
  mutating func add(_ stay: PricedStay, _ base: PricingContext) -> Money? {
    let inputs = stay.inputs
    var facts = inputs.facts
    facts.earlier = lookBack > 0 ? earlier[stay.plate] ?? [] : []
    let context = facts.context(timeZone: base.timeZone, calendar: base.calendar)
    guard
      let quote = try? tariff.price(
        enter: inputs.enter, leave: inputs.leave, free: inputs.facts.free, context: context)
    else {
      failures += 1
      return nil
    }
    total += quote.total.fen
    for line in quote.lines { byRule[line.rule.english, default: 0] += line.amount.fen }
    if lookBack > 0 { remember(stay, quote.total) }
    return quote.total
  }

  private mutating func remember(_ stay: PricedStay, _ fee: Money) {
    let oldest = stay.inputs.leave.advanced(bySeconds: -Int64(lookBack))
    earlier[stay.plate, default: []].removeAll { $0.leave < oldest }
    earlier[stay.plate, default: []].append(
      PricingContext.EarlierStay(
        enter: stay.inputs.enter, leave: stay.inputs.leave, fee: fee))
  }
}
