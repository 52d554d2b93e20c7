extension HolidayCalendar {
  /// December: from its first day on the next year is missed.
  private static let warningMonth = 12

  /// The year without data for which fees by day type will soon be unknown: that of `day`, or from
  /// 1 December on the next; nil if there is none, or no year at all, since then nobody uses it.
  public func missingYear(on day: CivilDate) -> Int? {
    guard !publishedYears.isEmpty else { return nil }
    let (year, month, _) = day.parts
    if !publishedYears.contains(year) { return year }
    return month >= Self.warningMonth && !publishedYears.contains(year + 1) ? year + 1 : nil
  }

  /// What to tell the operator about a year that is missing.
  public static func warning(ofMissing year: Int) -> String {
    "no public holidays of \(year) are known, so fees by day type will be unknown then; "
      + "import them by `gatehouse calendar import` as soon as they are published"
  }
}
