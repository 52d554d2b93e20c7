/// The public holidays and make-up workdays (调休) of each year that has been published.
///
/// A year without data is not a year without holidays: `kind(of:)` answers nil and a rule that
/// needs the day fails, which is an attendant's decision and never a fee of 0.
public struct HolidayCalendar: Sendable, Equatable {
  /// One day that differs from the plain week, or carries a festival's name.
  public struct Day: Sendable, Hashable {
    /// The day.
    public let date: CivilDate
    /// The festival, as the State Council names it: 春节.
    public let name: String
    /// False marks a workday made up for.
    public let isOffDay: Bool

    /// A named day off, or a workday made up for.
    public init(date: CivilDate, name: String, isOffDay: Bool) {
      self.date = date
      self.name = name
      self.isOffDay = isOffDay
    }
  }

  /// What a day is.
  public enum Kind: Sendable, Hashable {
    /// Monday to Friday, neither a holiday nor a make-up day.
    case workday
    /// A Saturday or Sunday that is not worked and is no holiday.
    case weekend
    /// A day off that the year's arrangement names.
    case holiday
    /// A day, mostly of a weekend, that is worked in exchange.
    case makeUpWorkday

    /// Whether people work.
    public var isWorked: Bool { self == .workday || self == .makeUpWorkday }
  }

  private var years: Set<Int> = []
  private var days: [CivilDate: Day] = [:]

  /// A calendar that knows no year.
  public init() {}

  /// The years with data.
  public var publishedYears: [Int] { years.sorted() }

  /// Takes a year's days; an empty list means that the year is not published yet.
  public mutating func insert(year: Int, days list: [Day]) {
    guard !list.isEmpty else { return }
    years.insert(year)
    for day in list { days[day.date] = day }
  }

  /// What `date` is; nil if its year has no data.
  public func kind(of date: CivilDate) -> Kind? {
    if let day = days[date] { return day.isOffDay ? .holiday : .makeUpWorkday }
    guard years.contains(date.year) else { return nil }
    return date.weekday >= 6 ? .weekend : .workday
  }

  /// The festival whose day off `date` is; nil outside festivals and for years without data.
  public func festival(on date: CivilDate) -> String? {
    guard let day = days[date], day.isOffDay else { return nil }
    return day.name
  }
}
