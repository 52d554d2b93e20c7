/// The parts of a plan that one place of the document gives: the tariff all that it needs, a
/// variant or concession those that it replaces.
struct PlanParts {
  /// Windows, with the free periods and caps that stand inside them.
  struct Schedule {
    var windows: [Window]
    var free: [FreePeriod] = []
    var caps: [Cap] = []
  }

  var free: [FreePeriod]?
  var cycle: Scope??
  var schedule: Schedule?
  var outsideIsFree: Bool?
  var count: Scope?
  var sharesCount: Bool?
  var caps: [Cap]?
  var rounding: Rounding?
  var adjustments = Adjustments()
  var surcharges: [Plan]?
  var dayOfEntry: Bool?
  var crossing: Int?
  var stayRounding: StayRounding?

  /// These parts where given, else those of `base`.
  func over(_ base: PlanParts) -> PlanParts {
    var parts = PlanParts()
    parts.free = free ?? base.free
    parts.cycle = cycle ?? base.cycle
    parts.schedule = schedule ?? base.schedule
    parts.outsideIsFree = outsideIsFree ?? base.outsideIsFree
    parts.count = count ?? base.count
    parts.sharesCount = sharesCount ?? base.sharesCount
    parts.caps = caps ?? base.caps
    parts.rounding = rounding ?? base.rounding
    parts.adjustments = adjustments.over(base.adjustments)
    parts.surcharges = surcharges ?? base.surcharges
    parts.dayOfEntry = dayOfEntry ?? base.dayOfEntry
    parts.crossing = crossing ?? base.crossing
    parts.stayRounding = stayRounding ?? base.stayRounding
    return parts
  }

  /// The plan of complete parts.
  func plan() -> Plan {
    var plan = Plan()
    plan.cycle = cycle ?? nil
    plan.windows = schedule?.windows ?? []
    plan.free = (free ?? []) + (schedule?.free ?? [])
    plan.caps = (caps ?? []) + (schedule?.caps ?? [])
    for index in plan.caps.indices where !plan.caps[index].windowIDs.isEmpty {
      let ids = plan.caps[index].windowIDs
      // Where other parts have replaced the windows, an id may name none of them.
      plan.caps[index].windows = ids.map { id in
        plan.windows.firstIndex { $0.id == id } ?? -2
      }
    }
    plan.outsideIsFree = outsideIsFree ?? false
    plan.count = count ?? .cycle
    plan.sharesCount = sharesCount ?? false
    plan.adjustments = adjustments
    plan.surcharges = surcharges ?? []
    plan.dayOfEntry = dayOfEntry ?? false
    plan.crossing = crossing ?? 0
    plan.stayRounding = stayRounding
    return plan
  }
}
