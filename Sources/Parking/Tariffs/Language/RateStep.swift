/// One step of a rate: a stretch of counted time and what its units cost.
struct RateStep: Hashable, Sendable {
  /// Where the step begins, in counted seconds.
  let start: Int
  /// Where it ends; nil if it never does.
  let end: Int?
  /// The unit in seconds; nil if the whole step is one unit.
  let unit: Int?
  /// The price of a unit in the smallest unit of the currency.
  let price: Int
  let rounding: Rounding

  /// The units charged when `counted` seconds of the whole rate are used.
  func units(at counted: Int) -> Int {
    let used = (end.map { min($0, counted) } ?? counted) - start
    guard used > 0 else { return 0 }
    guard let unit = unit ?? end.map({ $0 - start }) else { return 1 }
    let whole = used / unit
    let tail = used % unit
    switch rounding {
    case .up, .proportional: return whole + (tail > 0 ? 1 : 0)
    case .down: return whole
    case .dropping(let seconds): return whole + (tail > seconds ? 1 : 0)
    }
  }

  /// The amount when `counted` seconds of the whole rate are used.
  func amount(at counted: Int) -> Int {
    if rounding == .proportional, let unit = unit ?? end.map({ $0 - start }) {
      let used = max(0, (end.map { min($0, counted) } ?? counted) - start)
      return used / unit * price + (used % unit * price * 2 + unit) / (unit * 2)
    }
    return units(at: counted) * price
  }
}
