extension PlanReader {
  func cap(_ node: Node, window: Int?, _ schedule: PlanParts.Schedule?) -> Cap? {
    guard let mapping = node.mapping() else { return nil }
    let name = mapping.take("name").map { Label($0) }
    let limit = capLimit(mapping)
    let reset = mapping.take("reset_at")
    let resetAt = reset?.timeOfDay()
    let perNode =
      window == nil
      ? mapping.require("per", "stay, cycle, window, day or 24 h")
      : mapping.take("per")
    let per =
      perNode.flatMap { Scope($0, resetAt: resetAt ?? 0) } ?? (window == nil ? nil : .window)
    if let reset, perNode?.scalar != "day" {
      reset.fail("only “per: day” can have a reset time")
    }
    let windowIDs = window == nil ? named(mapping.take("windows"), schedule) : []
    let overEntries = readOverEntries(mapping, per)
    mapping.finish()
    guard let limit, let per else { return nil }
    if case .amounts(let amounts) = limit, amounts.count > 1, per == .window || per == .stay {
      node.fail("a rising cap needs per: cycle, day, week, month or a duration such as 24 h")
    }
    return Cap(
      label: name ?? capLabel(limit, per), limit: limit, per: per, windowIDs: windowIDs,
      windows: window.map { [$0] } ?? [],
      overEntries: overEntries)
  }

  private func capLimit(_ mapping: Mapping) -> Cap.Limit? {
    let money = mapping.take("at_most")
    let time = mapping.take("charged_time")
    switch (money, time) {
    case (let money?, nil):
      let amounts = money.items().compactMap { $0.scalar == "none" ? Cap.none : $0.money() }
      return amounts.isEmpty ? nil : .amounts(amounts)
    case (nil, let time?): return time.duration().map { .seconds($0) }
    default:
      mapping.node.fail("give “at_most” (fen) or “charged_time” (such as 6 h)")
      return nil
    }
  }

  private func named(_ node: Node?, _ schedule: PlanParts.Schedule?) -> [String] {
    guard let node else { return [] }
    return node.items().compactMap { item in
      guard let id = item.text() else { return nil }
      if schedule?.windows.contains(where: { $0.id == id }) != true {
        item.fail("no window has this id")
      }
      return id
    }
  }

  private func capLabel(_ limit: Cap.Limit, _ per: Scope) -> Label {
    switch limit {
    case .amounts(let amounts):
      let first = amounts.first { $0 != Cap.none } ?? 0
      return Label(
        chinese: "\(per.chinese)最高\(currency.chinese(first))" + (amounts.count > 1 ? "起" : ""),
        english: "At most \(currency.english(first)) \(per.english)"
          + (amounts.count > 1 ? ", rising" : ""))
    case .seconds(let seconds):
      return Label(
        chinese: "\(per.chinese)最多计费\(TimeText.chinese(seconds))",
        english: "At most \(TimeText.english(seconds)) charged \(per.english)")
    }
  }
}

extension Scope {
  var chinese: String {
    switch self {
    case .stay: "每次停车"
    case .cycle: "每周期"
    case .window: "每时段"
    case .rolling(let seconds): "每\(TimeText.chinese(seconds))"
    case .day: "每日"
    case .week: "每周"
    case .month: "每月"
    }
  }

  var english: String {
    switch self {
    case .stay: "per stay"
    case .cycle: "per cycle"
    case .window: "per window"
    case .rolling(let seconds): "per \(TimeText.english(seconds))"
    case .day: "per day"
    case .week: "per week"
    case .month: "per month"
    }
  }
}
