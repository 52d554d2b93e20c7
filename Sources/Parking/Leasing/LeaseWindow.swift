/// One window for which a plate may park: a day and two times of the park's clocks.
///
/// It begins on `date`. An end that is not later than the start lies on the next day, so equal
/// times are a whole day ("Leasing" of the product).
public struct LeaseWindow: Hashable, Sendable {
  /// The day on which it begins.
  public let date: CivilDate
  /// When it begins, in whole minutes.
  public let start: CivilTime
  /// When it ends, in whole minutes.
  public let end: CivilTime

  /// A window of a day.
  public init(date: CivilDate, start: CivilTime, end: CivilTime) {
    self.date = date
    self.start = start
    self.end = end
  }

  /// Whether it ends on the day after `date`.
  public var endsNextDay: Bool { end <= start }

  /// The time that it covers. A time that the clocks skip is the instant of the skip, one that they
  /// show twice is the first, so a window in a skipped hour is empty.
  public func interval(in zone: ParkTimeZone) -> Interval {
    let lastDay = endsNextDay ? date.advanced(byDays: 1) : date
    return Interval(
      start: zone.instant(of: CivilDateTime(date: date, time: start)),
      end: zone.instant(of: CivilDateTime(date: lastDay, time: end)))
  }
}

extension LeaseWindow: Comparable {
  /// By day, then start, then end: the order in which workers write them, so that none waits for
  /// another crosswise.
  public static func < (left: LeaseWindow, right: LeaseWindow) -> Bool {
    (left.date, left.start, left.end) < (right.date, right.start, right.end)
  }
}
