/// A scope, and whether earlier stays of the vehicle share its groups.
struct Grouping: Hashable, Sendable {
  let scope: Scope
  let overEntries: Bool

  init(_ scope: Scope, overEntries: Bool = false) {
    self.scope = scope
    self.overEntries = overEntries
  }

  /// From where groups are numbered for a session that begins at `start` (seconds).
  ///
  /// A rolling group that earlier stays share begins with the first of them.
  func origin(start: Int64, _ context: PricingContext) -> Int64 {
    guard overEntries, case .rolling(let seconds) = scope else { return start }
    var origin: Int64?
    for stay in context.earlier.sorted(by: { $0.enter < $1.enter }) {
      let enter = stay.enter.seconds
      guard enter < start else { break }
      if origin.map({ enter >= $0 + Int64(seconds) }) ?? true { origin = enter }
    }
    guard let origin, start < origin + Int64(seconds) else { return start }
    return origin
  }
}

/// What earlier stays have used of the group in which a session begins.
struct EarlierUse {
  /// Fees in the smallest unit of the currency. A fee belongs to the group in which the stay ended.
  private(set) var fees = 0
  /// Seconds parked.
  private(set) var seconds = 0

  init(_ grouping: Grouping, start: Int64, _ context: PricingContext) {
    guard grouping.overEntries, !context.earlier.isEmpty else { return }
    let begin =
      grouping.scope.isCalendar
      ? Cutter.start(of: start, grouping.scope, context.timeZone)
      : grouping.origin(start: start, context)
    for stay in context.earlier {
      let enter = max(begin, stay.enter.seconds)
      let leave = min(start, stay.leave.seconds)
      guard enter <= leave, stay.enter.seconds < start else { continue }
      if stay.leave.seconds >= begin { fees += min(max(0, stay.fee.fen), 1_000_000_000_000) }
      seconds += Int(leave - enter)
    }
  }
}
