/// What is done to a sum of rates.
struct Adjustments: Hashable, Sendable {
  /// A percentage of every price, before caps.
  var pricePercent: Int?
  /// A percentage of the fee, after caps.
  var feePercent: Int?
  /// The least that is charged if anything is.
  var minimum: Int?
  /// The fee is rounded to multiples of this.
  var roundTo: Int?
  var roundMode: MoneyRounding = .halfUp
  /// How percentages are rounded to whole fen.
  var percentRounding: MoneyRounding = .halfUp
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
