/// Everything that prices one session: the tariff's own, or with a variant's or a concession's
/// parts in place of some.
struct Plan: Hashable, Sendable {
  /// The name of the concession that made it; nil for the tariff's own and its variants.
  var concession: Label?
  var free: [FreePeriod] = []
  /// What `cycle:` says; nil if the stay is one cycle.
  var cycle: Scope?
  var windows: [Window] = []
  /// Whether time outside all windows is free; if not, it cannot be priced.
  var outsideIsFree = false
  /// Over what a rate's steps are counted.
  var count: Scope = .cycle
  /// Whether all windows advance one count.
  var sharesCount = false
  var caps: [Cap] = []
  var adjustments = Adjustments()
  /// Whether the day of the entry decides the kind of every day.
  var dayOfEntry = false
  /// Seconds that a stay may spend outside the window of its entry and still be priced by it.
  var crossing = 0
  /// How the charged time of the whole stay is rounded before it is priced.
  var stayRounding: StayRounding?

  /// The same plan without limits to amounts.
  var withoutCaps: Plan {
    var plan = self
    plan.caps.removeAll { if case .amounts = $0.limit { true } else { false } }
    return plan
  }
}
