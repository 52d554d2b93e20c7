/// Everything that prices one session: the tariff's own, or with a variant's or a concession's
/// parts in place of some.
struct Plan: Hashable, Sendable {
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
  /// What is added to the fee, each a plan of one window.
  var surcharges: [Plan] = []
  /// How the charged time of the whole stay is rounded before it is priced.
  var stayRounding: StayRounding?

  /// The same plan without some of its parts.
  func without(_ left: Omission) -> Plan {
    var plan = self
    if left.contains(.caps) {
      plan.caps.removeAll { !$0.limit.isTime }
    }
    if left.contains(.free) { plan.free = [] }
    return plan
  }

  /// Parts of a plan that one computation leaves out.
  struct Omission: OptionSet {
    let rawValue: Int

    /// Limits to amounts.
    static let caps = Omission(rawValue: 1)
    /// Free periods.
    static let free = Omission(rawValue: 2)
  }
}
