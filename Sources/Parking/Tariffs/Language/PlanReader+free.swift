extension PlanReader {
  func freePeriod(_ node: Node, window: Int?) -> FreePeriod? {
    guard let mapping = node.mapping() else { return nil }
    let name = mapping.take("name").map { Label($0) }
    let length = mapping.require("for", "how long is free, such as 30 min")?.duration()
    let kind = mapping.take("kind")?.choice(FreePeriod.Kind.self) ?? .threshold
    let limitNode = mapping.take("limit")
    let limit = limitNode?.choice(FreePeriod.Limit.self) ?? .inclusive
    let ratesRunNode = mapping.take("rates_run")
    let ratesRun = ratesRunNode?.boolean() ?? false
    let per = mapping.take("per").flatMap { Scope($0) } ?? (window == nil ? .stay : .window)
    let counting = mapping.take("counting")?.choice(FreePeriod.Counting.self) ?? .charged
    let times = mapping.take("times").flatMap { PlanReader.times($0) }
    let absence = mapping.take("after_absence")?.duration() ?? 0
    let overEntries = readOverEntries(mapping, per)
    let charging = mapping.take("plus_charging")?.duration() ?? 0
    let condition = mapping.take("when").map { Condition($0, names: names) }
    mapping.finish()
    if kind == .threshold, ratesRun {
      ratesRunNode?.fail(
        "only deducted time can use up the rates: a threshold counts all or nothing")
    }
    if kind == .deducted, limit == .strict {
      limitNode?.fail("only a threshold can be strict: deducted time is taken off in any case")
    }
    guard let length else { return nil }
    return FreePeriod(
      label: name ?? PlanReader.freeLabel(length), length: length, kind: kind, limit: limit,
      per: per, counting: counting, ratesRun: ratesRun, times: times, afterAbsence: absence,
      overEntries: overEntries, plusCharging: charging, condition: condition, window: window)
  }

  /// Takes `over_entries`, which needs a scope that several stays can share.
  func readOverEntries(_ mapping: Mapping, _ per: Scope?) -> Bool {
    guard let node = mapping.take("over_entries"), node.boolean() == true else { return false }
    switch per {
    case .rolling, .day, .week, .month, nil: return true
    default:
      node.fail("several entries can only share per: day, week, month or a duration such as 24 h")
      return false
    }
  }

  static func times(_ node: Node) -> FreePeriod.Times? {
    guard let mapping = node.mapping() else { return nil }
    let atMost = mapping.require("at_most", "how many times")?.integer(1...1_000, "a number")
    let per = mapping.require("per", "24 h or day").flatMap { Scope($0) }
    let ignoring = mapping.take("ignoring")?.duration() ?? 0
    mapping.finish()
    guard let atMost, let per else { return nil }
    switch per {
    case .rolling, .day, .week, .month: break
    default: node.fail("expected per: a duration such as 24 h, or day, week, month")
    }
    return FreePeriod.Times(atMost: atMost, per: per, ignoring: ignoring)
  }

  private static func freeLabel(_ seconds: Int) -> Label {
    Label(
      chinese: "免费\(TimeText.chinese(seconds))", english: "Free for \(TimeText.english(seconds))")
  }
}
