/// What is done to a sum of rates.
struct Adjustments: Hashable, Sendable {
  /// Percentages of every price, before caps: the tariff's, then a variant's and a concession's.
  var pricePercents: [Percentage] = []
  /// Percentages of the fee, after caps, in the same order.
  var feePercents: [Percentage] = []
  /// The least that is charged if anything is.
  var minimum: Int?
  /// The fee is rounded to multiples of this.
  var roundTo: Int?
  var roundMode: MoneyRounding?
  /// How percentages are rounded to whole fen.
  var percentRounding: MoneyRounding?

  /// These over those of a base: percentages apply one after the other, the rest replaces.
  func over(_ base: Adjustments) -> Adjustments {
    Adjustments(
      pricePercents: base.pricePercents + pricePercents,
      feePercents: base.feePercents + feePercents, minimum: minimum ?? base.minimum,
      roundTo: roundTo ?? base.roundTo, roundMode: roundMode ?? base.roundMode,
      percentRounding: percentRounding ?? base.percentRounding)
  }
}

/// How an amount is rounded to a multiple.
enum MoneyRounding: String, CaseIterable, Sendable {
  case up, down
  case halfUp = "half_up"

  /// `dividend / divisor`, both positive or zero, rounded to a whole number.
  func divide(_ dividend: Int, by divisor: Int) -> Int {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    switch self {
    case .down: return quotient
    case .up: return quotient + (remainder > 0 ? 1 : 0)
    case .halfUp: return quotient + (remainder >= divisor - remainder ? 1 : 0)
    }
  }
}
