/// What counted time costs: steps one after the other, the last without an end.
struct Rate: Hashable, Sendable {
  let steps: [RateStep]

  /// A charge of one step between two counts.
  struct Charge {
    let step: RateStep
    let from: Int
    let to: Int
    let units: Int
    let amount: Int
  }

  /// Calls `body` for each step that time from `from` to `to` touches.
  func charges(from: Int, to: Int, _ body: (Charge) -> Void) {
    for step in steps {
      if step.start >= to { break }
      if let end = step.end, end <= from { continue }
      body(
        Charge(
          step: step, from: max(from, step.start), to: min(to, step.end ?? to),
          units: step.units(at: to) - step.units(at: from),
          amount: step.amount(at: to) - step.amount(at: from)))
    }
  }
}
