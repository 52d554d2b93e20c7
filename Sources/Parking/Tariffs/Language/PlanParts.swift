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
  var adjustments: Adjustments?
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
    parts.adjustments = adjustments ?? base.adjustments
    parts.dayOfEntry = dayOfEntry ?? base.dayOfEntry
    parts.crossing = crossing ?? base.crossing
    parts.stayRounding = stayRounding ?? base.stayRounding
    return parts
  }

  /// The plan of complete parts.
  func plan(concession: Label? = nil) -> Plan {
    var plan = Plan()
    plan.concession = concession
    plan.cycle = cycle ?? nil
    plan.windows = schedule?.windows ?? []
    plan.free = (free ?? []) + (schedule?.free ?? [])
    plan.caps = (caps ?? []) + (schedule?.caps ?? [])
    plan.outsideIsFree = outsideIsFree ?? false
    plan.count = count ?? .cycle
    plan.sharesCount = sharesCount ?? false
    plan.adjustments = adjustments ?? Adjustments()
    plan.dayOfEntry = dayOfEntry ?? false
    plan.crossing = crossing ?? 0
    plan.stayRounding = stayRounding
    return plan
  }
}
