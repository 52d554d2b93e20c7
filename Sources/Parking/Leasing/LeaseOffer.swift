/// A park's off-peak terms (`api/leasePark`).
public struct LeaseOffer: Hashable, Sendable {
  /// Whether partners get it.
  public var isOpen: Bool
  /// The last day on which a window may begin.
  public var deadline: CivilDate
  /// When the daily window begins, in whole minutes.
  public var start: CivilTime
  /// When it ends; not later than the start means on the next day.
  public var end: CivilTime
  /// Which days are offered all day, for `holidayPrice`.
  public var allDay: AllDay
  /// For each further 30 minutes begun.
  public var price: Money
  /// For the first 30 minutes.
  public var startPrice: Money
  /// For the whole of a day that is offered all day.
  public var holidayPrice: Money

  /// Days that can be offered all day.
  public struct AllDay: OptionSet, Hashable, Sendable {
    /// One bit for each kind of day.
    public let rawValue: Int

    /// Any of them.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `is_sat`
    public static let saturdays = AllDay(rawValue: 1)
    /// `is_sun`
    public static let sundays = AllDay(rawValue: 2)
    /// `is_holiday`
    public static let holidays = AllDay(rawValue: 4)
  }

  /// Terms made of their parts.
  public init(
    isOpen: Bool = true, deadline: CivilDate, start: CivilTime, end: CivilTime,
    allDay: AllDay = [], price: Money, startPrice: Money, holidayPrice: Money
  ) {
    self.isOpen = isOpen
    self.deadline = deadline
    self.start = start
    self.end = end
    self.allDay = allDay
    self.price = price
    self.startPrice = startPrice
    self.holidayPrice = holidayPrice
  }
}

extension LeaseOffer {
  /// Whether a day is offered all day; nil when the calendar does not know the day.
  ///
  /// A make-up workday (调休) is a workday. A public holiday on a Saturday is both, and one flag of
  /// the two is enough.
  public func coversAllDay(_ date: CivilDate, calendar: HolidayCalendar) -> Bool? {
    guard let kind = calendar.kind(of: date) else { return nil }
    guard !kind.isWorked else { return false }
    return kind == .holiday && allDay.contains(.holidays)
      || date.weekday == 6 && allDay.contains(.saturdays)
      || date.weekday == 7 && allDay.contains(.sundays)
  }
}
