internal import Parking
internal import PostgreSQL

/// The public holidays, kept for a minute: they change once a year.
struct CalendarCache {
  private static let lifetime = Duration.seconds(60)
  private var entry: (calendar: HolidayCalendar, readAt: ContinuousClock.Instant)?

  /// The calendar, at most a minute old.
  mutating func calendar(_ connection: Connection) throws -> HolidayCalendar {
    if let entry, .now - entry.readAt < Self.lifetime { return entry.calendar }
    let calendar = try HolidayCalendar.load(connection)
    entry = (calendar, .now)
    return calendar
  }
}

extension HolidayCalendar {
  /// All years that were imported.
  static func load(_ connection: Connection) throws -> HolidayCalendar {
    let rows = try connection.query(
      """
      select year, day, day_name, is_off_day from parking.calendar_day order by year, day
      """)
    var years: [Int: [Day]] = [:]
    for row in rows {
      var columns = row.columns
      let year = Int(try columns.next(Int32.self))
      let date = CivilDate(dayNumber: Int(try columns.next(SQLDate.self).days))
      years[year, default: []].append(
        Day(date: date, name: try columns.next(), isOffDay: try columns.next()))
    }
    var calendar = HolidayCalendar()
    for (year, days) in years { calendar.insert(year: year, days: days) }
    return calendar
  }
}
