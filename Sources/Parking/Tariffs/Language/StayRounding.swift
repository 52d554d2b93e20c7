/// How the charged time of a whole stay is rounded, once, before the rates apply (OCPI's step size).
///
/// The last charged stretch becomes longer or shorter, at its own window's price. Free thresholds
/// judge the time as it was.
struct StayRounding: Hashable, Sendable {
  /// Seconds.
  let unit: Int
  let rounding: Rounding

  /// Reads `{to: 15 min}`, `{to: 15 min, round: down}` or `{to: 15 min, round: {drop: 5 min}}`.
  init?(_ node: Node) {
    guard let mapping = node.mapping() else { return nil }
    let unit = mapping.require("to", "a unit such as 15 min")?.duration()
    let rounding = mapping.take("round").flatMap { Rounding($0) } ?? .up
    mapping.finish()
    if rounding == .proportional { node.fail("time can be rounded up, down or {drop: 5 min}") }
    guard let unit else { return nil }
    self.unit = unit
    self.rounding = rounding
  }

  /// Rounded seconds.
  func round(_ seconds: Int) -> Int {
    let step = RateStep(start: 0, end: nil, unit: unit, price: 0, rounding: rounding)
    return step.units(at: seconds) * unit
  }
}
