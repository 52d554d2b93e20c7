/// A right to park free of charge: a monthly card, a free-list entry, a lease.
///
/// A right may hold only during certain hours or in certain bays, as cheaper monthly cards do; what
/// lies outside is priced by the tariff, on both sides.
public struct Right: Hashable, Sendable {
  /// Hours of the day; an end that is not later than the start lies on the next day.
  public struct Hours: Hashable, Sendable {
    /// When it begins.
    public let start: CivilTime
    /// When it ends.
    public let end: CivilTime

    /// Hours of the day.
    public init(start: CivilTime, end: CivilTime) {
      self.start = start
      self.end = end
    }
  }

  /// From its first valid instant to the first that is no longer valid.
  public let validity: Interval
  /// The hours in which it holds; nil for all day.
  public let hours: Hours?
  /// The weekdays on which its hours begin, 1 for Monday to 7; empty for all.
  public let weekdays: Set<Int>
  /// The classes of bays for which it holds; empty for all.
  public let bays: Set<String>

  /// A right with what limits it.
  public init(
    validity: Interval, hours: Hours? = nil, weekdays: Set<Int> = [], bays: Set<String> = []
  ) {
    self.validity = validity
    self.hours = hours
    self.weekdays = weekdays
    self.bays = bays
  }

  /// What it makes free of a stay.
  ///
  /// - Parameter bay: where the vehicle stands; a right for certain bays needs it.
  public func intervals(
    from enter: Instant, to leave: Instant, bay: String? = nil, timeZone: ParkTimeZone
  ) -> [Interval] {
    guard bays.isEmpty || bay.map(bays.contains) ?? false else { return [] }
    let start = max(enter, validity.start)
    let end = min(leave, validity.end)
    guard start < end else { return [] }
    guard hours != nil || !weekdays.isEmpty else { return [Interval(start: start, end: end)] }
    let first = timeZone.civil(of: start).date.dayNumber - 1
    let last = timeZone.civil(of: end).date.dayNumber
    return (first...last).compactMap { day in
      occurrence(CivilDate(dayNumber: day), timeZone).flatMap { window in
        let part = Interval(start: max(start, window.start), end: min(end, window.end))
        return part.isEmpty ? nil : part
      }
    }
  }

  /// The hours that begin on a day.
  private func occurrence(_ day: CivilDate, _ zone: ParkTimeZone) -> Interval? {
    guard weekdays.isEmpty || weekdays.contains(day.weekday) else { return nil }
    let start = hours?.start ?? .midnight
    let end = hours?.end ?? .midnight
    let lastDay = end <= start ? day.advanced(byDays: 1) : day
    return Interval(
      start: zone.instant(of: CivilDateTime(date: day, time: start)),
      end: zone.instant(of: CivilDateTime(date: lastDay, time: end)))
  }
}
