extension PlanParts {
  /// Takes the keys of a plan from a mapping; `base` are the parts that these will lie over.
  ///
  /// - Parameter name: what the lines of its percentages say.
  init(_ mapping: Mapping, base: PlanParts?, _ reader: PlanReader, name: Label? = nil) {
    rounding = mapping.take("round").flatMap { Rounding($0) }
    let inherited = rounding ?? base?.rounding ?? .up
    readCycle(mapping)
    sharesCount = mapping.take("shared_count")?.boolean()
    readSchedule(mapping, inherited, base, reader)
    free = mapping.take("free").map { node in
      node.items().compactMap { reader.freePeriod($0, window: nil) }
    }
    caps = mapping.take("caps").map { node in
      node.items().compactMap { reader.cap($0, window: nil, schedule ?? base?.schedule) }
    }
    outsideIsFree = mapping.take("outside").map { node in
      if node.scalar != "free" { node.fail("the only word here is free; else leave it out") }
      return true
    }
    adjustments = Adjustments(mapping, name: name)
    surcharges = mapping.take("surcharges").map { node in
      node.items().compactMap { reader.surcharge($0, inherited) }
    }
    dayOfEntry = mapping.take("day_of").map { node in
      if node.scalar != "entry", node.scalar != "piece" { node.fail("expected piece or entry") }
      return node.scalar == "entry"
    }
    crossing = mapping.take("crossing")?.duration()
    stayRounding = mapping.take("round_stay").flatMap { StayRounding($0) }
  }

  private mutating func readCycle(_ mapping: Mapping) {
    let node = mapping.take("cycle")
    let reset = mapping.take("cycle_from")
    if let reset, node?.scalar != "day" { reset.fail("only “cycle: day” begins at a time") }
    guard let node, let scope = Scope(node, resetAt: reset?.timeOfDay() ?? 0) else { return }
    if scope == .cycle || scope == .window {
      node.fail("expected a duration such as 24 h, or day, week, month or stay")
    }
    cycle = .some(scope == .stay ? nil : scope)
  }

  private mutating func readSchedule(
    _ mapping: Mapping, _ rounding: Rounding, _ base: PlanParts?, _ reader: PlanReader
  ) {
    let rates = mapping.take("rates")
    let windows = mapping.take("windows")
    let countNode = mapping.take("count")
    count = countNode.flatMap { Scope($0) }
    if count == .window, sharesCount == true {
      countNode?.fail("windows that share a count need count: cycle, stay, day or a duration")
    }
    if rates != nil, let windows {
      windows.fail("give “rates” for all hours or “windows” with rates of their own, not both")
    }
    if let rates {
      let rate = Rate(rates, rounding: rounding)
      schedule = Schedule(windows: [reader.onlyWindow(rate)])
    } else if let windows {
      schedule = reader.schedule(windows, rounding)
      if count == nil, base?.count == nil {
        windows.fail(
          "windows need “count” beside them: window (each counts anew), cycle or stay")
      }
    } else if base == nil {
      mapping.node.fail("“rates” is missing: give rates: or windows: with rates of their own")
    }
  }
}
