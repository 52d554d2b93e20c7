extension Rate {
  /// Reads a list of steps: `{for: 1 h, price: 500}`, `{each: 30 min, price: 200}`,
  /// `{until: 3 h, each: 30 min, price: 600}`, `{until: 2 h, total: 2500}`, `{price: 700}`.
  init?(_ node: Node, rounding: Rounding) {
    guard node.isSequence else {
      node.fail("expected a list of steps, such as - {for: 1 h, price: 500}")
      return nil
    }
    let items = node.items()
    var reader = RateReader(rounding: rounding)
    for (index, item) in items.enumerated() {
      reader.read(item, isLast: index == items.count - 1)
    }
    if items.isEmpty { node.fail("give at least one step") }
    self.steps = reader.steps
  }
}

/// Reads steps in order, keeping where the last one ended and what all of them cost.
private struct RateReader {
  let rounding: Rounding
  var steps: [RateStep] = []
  private var end = 0
  /// What everything up to `end` costs, for `total:` steps.
  private var sum = 0

  init(rounding: Rounding) {
    self.rounding = rounding
  }

  mutating func read(_ node: Node, isLast: Bool) {
    guard let mapping = node.mapping() else { return }
    let stepEnd = readEnd(mapping, isLast: isLast)
    let unit = mapping.take("each")?.duration()
    let ownRounding = mapping.take("round").flatMap { Rounding($0) }
    let price = readPrice(mapping, hasUnit: unit != nil)
    mapping.finish()
    let step = RateStep(
      start: end, end: stepEnd, unit: unit, price: price,
      rounding: ownRounding ?? (unit == nil ? .up : rounding))
    check(step, node)
    steps.append(step)
    if let stepEnd {
      sum += step.amount(at: stepEnd)
      end = stepEnd
    }
  }

  private func check(_ step: RateStep, _ node: Node) {
    let length = step.unit ?? step.end.map { $0 - step.start }
    if length == nil, step.rounding != .up {
      node.fail("a price without “each” and without an end can only be rounded up")
    } else if case .dropping(let drop) = step.rounding, let length, drop >= length {
      node.fail("the dropped tail must be shorter than the unit")
    }
  }

  private func readEnd(_ mapping: Mapping, isLast: Bool) -> Int? {
    let length = mapping.take("for")
    let until = mapping.take("until")
    if length != nil, until != nil {
      mapping.node.fail(
        "give “for” (how long the step is) or “until” (counted from the start), not both")
    }
    if let seconds = length?.duration() { return end + seconds }
    if let until, let seconds = until.duration() {
      if seconds > end { return seconds }
      until.fail("this step ends before it begins; steps stand in the order of time")
      return end + 1
    }
    if length == nil, until == nil, !isLast {
      mapping.node.fail("only the last step may have no end: add “for” or “until”")
      return end + 1
    }
    return nil
  }

  private func readPrice(_ mapping: Mapping, hasUnit: Bool) -> Int {
    guard let total = mapping.take("total") else {
      return mapping.require("price", "what one unit costs, in fen")?.money() ?? 0
    }
    _ = mapping.take("price").map { $0.fail("give “price” or “total”, not both") }
    guard let value = total.money() else { return 0 }
    if hasUnit { total.fail("a step with “total” is one block: leave “each” out") }
    if value < sum { total.fail("the total falls below that of the step before (\(sum))") }
    return max(0, value - sum)
  }
}
