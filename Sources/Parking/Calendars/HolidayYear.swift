/// One year's public holidays and make-up workdays.
public struct HolidayYear: Sendable, Equatable {
  /// The year whose arrangement it is.
  public let year: Int
  /// Its days; empty until the State Council has published them.
  public let days: [HolidayCalendar.Day]

  /// A year with its days.
  public init(year: Int, days: [HolidayCalendar.Day]) {
    self.year = year
    self.days = days
  }
}
