extension Condition {
  init(_ node: Node, names: [String: [DayTerm]]) {
    guard let mapping = node.mapping() else { return }
    vehicles = Condition.words(mapping.take("vehicle"))
    newEnergy = mapping.take("new_energy")?.boolean()
    persons = Condition.words(mapping.take("person"))
    zones = Condition.words(mapping.take("zone"))
    bays = Condition.words(mapping.take("bay"))
    entrances = Condition.words(mapping.take("entrance"))
    entered = mapping.take("entered").flatMap { Moment($0, names: names) }
    left = mapping.take("left").flatMap { Moment($0, names: names) }
    atLeast = mapping.take("parked_at_least")?.duration()
    atMost = mapping.take("parked_at_most")?.duration()
    entriesFrom = mapping.take("entry_from")?.integer(1...1_000, "an entry number")
    times = mapping.take("times").flatMap { PlanReader.times($0) }
    entriesTo = mapping.take("entry_to")?.integer(1...1_000, "an entry number")
    mapping.finish()
  }

  private static func words(_ node: Node?) -> [String] {
    guard let node else { return [] }
    return node.items().compactMap { $0.text() }
  }
}

extension Condition.Moment {
  /// Reads `05:00-09:00`, or `{hours: 05:00-09:00, days: mon-fri}`.
  init?(_ node: Node, names: [String: [DayTerm]]) {
    guard node.isMapping else {
      guard let hours = HourRange(node) else { return nil }
      self.init(hours: hours, days: DayRule())
      return
    }
    guard let mapping = node.mapping() else { return nil }
    self.init(
      hours: mapping.take("hours").flatMap { HourRange($0) },
      days: DayRule(mapping, names: names))
    mapping.finish()
  }
}
