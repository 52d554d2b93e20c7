import Parking

/// What a tariff charges by the length of the stay, from one entry on.
struct FeeCurve {
  /// The fee, in the currency's smallest unit, after each whole minute from 0.
  let fees: [Int]
  let currency: Currency
  let title: String

  /// Prices stays of 0 to `minutes` minutes.
  init(
    of tariff: Tariff, enter: Instant, minutes: Int, context: PricingContext
  ) throws(PricingError) {
    var fees: [Int] = []
    fees.reserveCapacity(minutes + 1)
    for minute in 0...minutes {
      let leave = enter.advanced(bySeconds: Int64(minute) * 60)
      fees.append(try tariff.price(enter: enter, leave: leave, context: context).total.fen)
    }
    self.fees = fees
    currency = tariff.currency
    title = tariff.name.english
  }

  /// The longest stay, in minutes.
  var minutes: Int { fees.count - 1 }

  /// The top of the axis: the highest fee, at least 1.
  var highest: Int { max(fees.max() ?? 0, 1) }

  /// Where the fee changes, with what it is from there on.
  var steps: [(minute: Int, fee: Int)] {
    fees.indices.filter { $0 == 0 || fees[$0] != fees[$0 - 1] }.map { ($0, fees[$0]) }
  }
}
