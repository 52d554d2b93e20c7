/// What prices a stay that meets a condition: a plan, and the concessions it may have instead.
struct Alternative: Sendable {
  /// A plan that a stay may have instead, if it meets the condition and it is cheaper.
  struct Concession: Sendable {
    let condition: Condition?
    let plan: Plan
  }

  /// Nil for the tariff's own parts.
  let condition: Condition?
  let plan: Plan
  let concessions: [Concession]
}
