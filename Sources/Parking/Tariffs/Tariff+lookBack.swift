extension Tariff {
  /// What `lookBack` is for these parts of a tariff.
  static func lookBack(of alternatives: [Alternative], reentrySeconds: Int) -> Int {
    let plans = alternatives.flatMap { [$0.plan] + $0.concessions.map(\.plan) }
    let conditions = alternatives.flatMap { alternative in
      [alternative.condition] + alternative.concessions.map(\.condition)
    }
    let reaches =
      plans.map(\.lookBack) + conditions.map { $0?.lookBack ?? 0 }
      + [reentrySeconds > 0 ? Scope.chain : 0]
    return reaches.max() ?? 0
  }
}

extension Plan {
  fileprivate var lookBack: Int {
    let periods = free.map(\.lookBack)
    let limits = caps.map { $0.overEntries ? $0.per.sharedLookBack : 0 }
    let conditions = windows.map { $0.condition?.lookBack ?? 0 }
    return (periods + limits + conditions + surcharges.map(\.lookBack)).max() ?? 0
  }
}

extension FreePeriod {
  fileprivate var lookBack: Int {
    max(
      max(times?.per.lookBack ?? 0, afterAbsence),
      max(condition?.lookBack ?? 0, overEntries ? per.sharedLookBack : 0))
  }
}

extension Condition {
  fileprivate var lookBack: Int {
    max(times?.per.lookBack ?? 0, entriesFrom != nil || entriesTo != nil ? 86_400 : 0)
  }
}

extension Scope {
  /// A month and a day.
  fileprivate static let chain = 32 * 86_400

  /// How long a group of the scope can last, and some hours for clocks that change.
  fileprivate var lookBack: Int {
    switch self {
    case .rolling(let seconds): seconds
    case .day: 2 * 86_400
    case .week: 8 * 86_400
    default: Scope.chain
    }
  }

  /// The same for groups that begin with the first of several entries.
  fileprivate var sharedLookBack: Int {
    guard case .rolling(let seconds) = self else { return lookBack }
    return seconds + Scope.chain
  }
}
