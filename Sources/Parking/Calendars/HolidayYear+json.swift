extension HolidayYear {
  /// Reads a year in the form of NateScarlet/holiday-cn:
  /// `{"year": 2026, "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}]}`. Other
  /// keys do not count.
  ///
  /// - Throws: `TariffErrors` with every error and its line.
  public init(json: String) throws(TariffErrors) {
    let list = ProblemList()
    let root: Node
    do {
      root = Node(document: try Document(json: json), path: "", list: list)
    } catch {
      throw TariffErrors(error)
    }
    guard let mapping = root.mapping() else { throw TariffErrors(problems: list.problems) }
    let year = mapping.require("year", "the year")?.integer(1900...2199, "a year")
    let days = mapping.require("days", "the days")?.items().compactMap {
      HolidayCalendar.Day($0)
    }
    guard list.problems.isEmpty, let year, let days else {
      throw TariffErrors(problems: list.problems)
    }
    self.init(year: year, days: days)
  }
}

extension HolidayCalendar {
  /// Takes a year in the form of NateScarlet/holiday-cn.
  ///
  /// - Returns: the year and how many days it names; 0 if it is not published yet.
  @discardableResult
  public mutating func insert(
    json: String
  ) throws(TariffErrors) -> (year: Int, days: Int) {
    let year = try HolidayYear(json: json)
    insert(year: year.year, days: year.days)
    return (year.year, year.days.count)
  }
}

extension HolidayCalendar.Day {
  fileprivate init?(_ node: Node) {
    guard let mapping = node.mapping() else { return nil }
    let name = mapping.require("name", "the festival")?.text()
    let date = mapping.require("date", "YYYY-MM-DD")
    let isOffDay = mapping.require("isOffDay", "true or false")?.boolean()
    guard let name, let date, let isOffDay else { return nil }
    guard let day = CivilDate(date.scalar ?? "") else {
      date.fail("expected a date such as 2026-01-01")
      return nil
    }
    self.init(date: day, name: name, isOffDay: isOffDay)
  }
}
