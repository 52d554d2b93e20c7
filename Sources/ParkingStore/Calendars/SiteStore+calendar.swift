public import Parking
internal import PostgreSQL

extension SiteStore {
  /// Keeps a year's public holidays.
  ///
  /// A year that is known with other days is left as it is unless `replacing`: fees were computed
  /// by it, and replaying them would tell a difference.
  public func importCalendar(
    _ year: HolidayYear, replacing: Bool
  ) throws(SiteStoreError) -> CalendarImport {
    guard !year.days.isEmpty else { return .notPublished }
    return try transaction {
      try lock()
      let known = try days(of: year.year)
      if known == year.days.sorted(by: { $0.date < $1.date }) { return .unchanged }
      guard known.isEmpty || replacing else { return .differs }
      try write(year)
      return .imported(days: year.days.count)
    }
  }

  /// The years whose public holidays are known.
  public func calendarYears() throws(SiteStoreError) -> [Int] {
    try transaction {
      try connection.query("select year from parking.calendar_year order by year").map {
        Int(try $0.decode(Int32.self, at: 0))
      }
    }
  }

  /// The year whose public holidays are missing and will soon be asked for, or are already; nil if
  /// there is none.
  public func missingCalendarYear() throws(SiteStoreError) -> Int? {
    try transaction {
      try HolidayCalendar.load(connection).missingYear(on: HolidayCalendar.today(connection))
    }
  }

  private func days(of year: Int) throws -> [HolidayCalendar.Day] {
    try connection.query(
      """
      select day, day_name, is_off_day from parking.calendar_day
      where year = \(Int32(year)) order by day
      """
    ).map { row in
      var columns = row.columns
      let date = CivilDate(dayNumber: Int(try columns.next(SQLDate.self).days))
      return HolidayCalendar.Day(
        date: date, name: try columns.next(), isOffDay: try columns.next())
    }
  }

  private func write(_ year: HolidayYear) throws {
    let number = Int32(year.year)
    try connection.execute("delete from parking.calendar_year where year = \(number)")
    try connection.execute("insert into parking.calendar_year (year) values (\(number))")
    for day in year.days {
      let date = day.date.sql
      try connection.execute(
        """
        insert into parking.calendar_day (day, year, day_name, is_off_day)
        values (\(date), \(number), \(day.name), \(day.isOffDay))
        on conflict (day) do update
          set year = excluded.year, day_name = excluded.day_name, is_off_day = excluded.is_off_day
        """)
    }
  }
}
