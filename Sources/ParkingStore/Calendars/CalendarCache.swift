internal import Parking
internal import PostgreSQL

/// The public holidays, kept for a minute: they change once a year.
struct CalendarCache {
  private static let lifetime = Duration.seconds(60)
  private var entry: (calendar: HolidayCalendar, readAt: ContinuousClock.Instant)?
  private var warnedOn: CivilDate?
  private var warning: String?

  /// The calendar, at most a minute old.
  mutating func calendar(_ connection: Connection) throws -> HolidayCalendar {
    if let entry, .now - entry.readAt < Self.lifetime { return entry.calendar }
    let calendar = try HolidayCalendar.load(connection)
    entry = (calendar, .now)
    look(at: calendar, on: try HolidayCalendar.today(connection))
    return calendar
  }

  /// Notes once a day that a year is missing.
  mutating func look(at calendar: HolidayCalendar, on today: CivilDate) {
    guard warnedOn != today, let year = calendar.missingYear(on: today) else { return }
    warnedOn = today
    warning = HolidayCalendar.warning(ofMissing: year)
  }

  /// What is to be logged, once.
  mutating func takeWarning() -> String? {
    defer { warning = nil }
    return warning
  }
}

extension HolidayCalendar {
  /// The day in China by the database's clock.
  static func today(_ connection: Connection) throws -> CivilDate {
    let day: SQLDate = try connection.query(
      "select (clock_timestamp() at time zone 'Asia/Shanghai')::date"
    ).one().decode(at: 0)
    return CivilDate(dayNumber: Int(day.days))
  }

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
