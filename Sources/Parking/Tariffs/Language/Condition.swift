/// For which stays a part of a tariff is meant; every given part must hold.
struct Condition: Hashable, Sendable {
  /// Hours and days in which the stay begins or ends.
  struct Moment: Hashable, Sendable {
    let hours: HourRange?
    let days: DayRule
  }

  var vehicles: [String] = []
  var newEnergy: Bool?
  var persons: [String] = []
  var zones: [String] = []
  var bays: [String] = []
  var entrances: [String] = []
  var entered: Moment?
  var left: Moment?
  /// Seconds parked.
  var atLeast: Int?
  var atMost: Int?
  /// The n-th entry within 24 h, from 1.
  var entriesFrom: Int?
  var entriesTo: Int?
  /// How often it can hold for one vehicle.
  var times: FreePeriod.Times?
}

extension Condition {
  /// Whether a stay from `enter` to `leave` (seconds) meets it.
  func holds(
    enter: Int64, leave: Int64, _ context: PricingContext
  ) throws(PricingError) -> Bool {
    func named(_ name: String?, in names: [String]) -> Bool {
      names.isEmpty || name.map(names.contains) ?? false
    }
    guard named(context.vehicle, in: vehicles), named(context.zone, in: zones),
      named(context.bay, in: bays), named(context.entrance, in: entrances),
      persons.isEmpty || persons.contains(where: context.persons.contains),
      newEnergy == nil || newEnergy == context.isNewEnergy,
      leave - enter >= Int64(atLeast ?? 0), leave - enter <= Int64(atMost ?? Int.max)
    else { return false }
    if entriesFrom != nil || entriesTo != nil {
      let entry = context.entryNumber(at: enter)
      guard entry >= entriesFrom ?? 1, entry <= entriesTo ?? Int.max else { return false }
    }
    if let times, !times.leaveRoom(at: enter, context) { return false }
    if let entered, try !entered.holds(at: enter, context) { return false }
    if let left, try !left.holds(at: leave, context) { return false }
    return true
  }
}

extension Condition.Moment {
  func holds(at seconds: Int64, _ context: PricingContext) throws(PricingError) -> Bool {
    let civil = context.timeZone.civil(of: Instant(seconds: seconds))
    if let hours, !hours.contains(civil.time.secondOfDay) { return false }
    return days.isEveryDay ? true : try days.matches(civil.date, context.calendar)
  }
}
