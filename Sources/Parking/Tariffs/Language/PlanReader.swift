/// Decodes the pieces of a plan; knows the tariff's own names of days and its currency.
struct PlanReader {
  let names: [String: [DayTerm]]
  let currency: Currency

  /// The window of a tariff without windows.
  func onlyWindow(_ rate: Rate?) -> Window {
    Window(
      label: Label(chinese: "停车费", english: "Parking"), id: "", hours: .wholeDay,
      isTimed: false, days: DayRule(), cycles: 1...Int.max, rate: rate, condition: nil)
  }

  func schedule(_ node: Node, _ rounding: Rounding) -> PlanParts.Schedule {
    var schedule = PlanParts.Schedule(windows: [])
    let items = node.items()
    if items.isEmpty { node.fail("give at least one window") }
    for (index, item) in items.enumerated() {
      guard let mapping = item.mapping() else { continue }
      let window = self.window(mapping, index, rounding)
      if schedule.windows.contains(where: { $0.id == window.id }) {
        item.fail("two windows have the id “\(window.id)”; give each its own")
      }
      schedule.windows.append(window)
      schedule.free += (mapping.take("free")?.items() ?? [])
        .compactMap { freePeriod($0, window: index) }
      schedule.caps += (mapping.take("caps")?.items() ?? [])
        .compactMap { cap($0, window: index, nil) }
      mapping.finish()
    }
    return schedule
  }

  /// A surcharge: a window of its own, whose price comes on top.
  func surcharge(_ node: Node, _ rounding: Rounding) -> Plan? {
    guard let mapping = node.mapping() else { return nil }
    if !mapping.has("name") { node.fail("“name” is missing: what the driver reads") }
    let scope = mapping.take("per")
    var parts = PlanParts()
    parts.schedule = PlanParts.Schedule(
      windows: [window(mapping, 0, rounding)],
      free: (mapping.take("free")?.items() ?? []).compactMap { freePeriod($0, window: 0) },
      caps: (mapping.take("caps")?.items() ?? []).compactMap { cap($0, window: 0, nil) })
    parts.outsideIsFree = true
    parts.count = scope.flatMap { Scope($0) } ?? .window
    if parts.count == .cycle { scope?.fail("expected stay, window, day or a duration") }
    mapping.finish()
    return parts.plan()
  }

  private func window(_ mapping: Mapping, _ index: Int, _ inherited: Rounding) -> Window {
    let name = mapping.take("name").map { Label($0) }
    let hours = mapping.take("hours").flatMap { HourRange($0) }
    let id = mapping.take("id")?.text() ?? name?.english ?? "window \(index + 1)"
    let rounding = mapping.take("round").flatMap { Rounding($0) } ?? inherited
    let rates = mapping.take("rates")
    let isFree = mapping.take("free_of_charge")?.boolean()
    if rates == nil, isFree != true {
      mapping.node.fail("a window needs “rates”, or “free_of_charge: true”")
    } else if rates != nil, isFree == true {
      mapping.node.fail("give “rates” or “free_of_charge: true”, not both")
    }
    return Window(
      label: name ?? Label(chinese: "时段\(index + 1)", english: "Window \(index + 1)"), id: id,
      hours: hours ?? .wholeDay, isTimed: true, days: DayRule(mapping, names: names),
      cycles: cycles(mapping), rate: rates.flatMap { Rate($0, rounding: rounding) },
      condition: mapping.take("when").map { Condition($0, names: names) })
  }

  private func cycles(_ mapping: Mapping) -> ClosedRange<Int> {
    let first = mapping.take("cycle_from")?.integer(1...10_000, "the number of a cycle") ?? 1
    let last = mapping.take("cycle_to")?.integer(1...10_000, "the number of a cycle")
    guard let last else { return first...Int.max }
    if last < first { mapping.node.fail("“cycle_to” lies before “cycle_from”") }
    return first...max(first, last)
  }
}
