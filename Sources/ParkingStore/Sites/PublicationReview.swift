internal import Parking

/// What keeps a tariff from being published: its examples, and stays that are tried out.
struct PublicationReview {
  /// The public holidays that are known.
  let calendar: HolidayCalendar
  /// Days to try entries on; some of the last weeks if empty.
  var days: [CivilDate] = []
  /// Whether it is an objection that a year's public holidays are missing.
  var wantsCalendar = false

  /// Everything that speaks against it, in words.
  func problems(of tariff: SiteFile.Tariff, now: Instant) -> [String] {
    guard let rules = try? Tariff(tariff.rules) else { return ["this is no tariff"] }
    let zone =
      tariff.timeZone ?? rules.timeZone ?? ParkTimeZone(identifier: SiteFile.Park.usualTimeZone)
      ?? .utc
    let objections = rules.objections(
      days: days.isEmpty ? usualDays(now, zone) : days,
      context: PricingContext(timeZone: zone, calendar: calendar))
    return objections.filter { wantsCalendar || !$0.wantsCalendar }.map(\.description)
  }

  /// A worked day and one of a weekend that have passed, the last holiday, and the last two days on
  /// which the clocks changed.
  private func usualDays(_ now: Instant, _ zone: ParkTimeZone) -> [CivilDate] {
    let today = zone.civil(of: now).date
    let past = (7..<400).map { today.advanced(byDays: -$0) }
    let monday = past.first { $0.weekday == 1 }
    let saturday = past.first { $0.weekday == 6 }
    let holiday = past.first { calendar.kind(of: $0) == .holiday }
    let changes = past.filter { day in
      offset(day, zone) != offset(day.advanced(byDays: 1), zone)
    }
    return [monday, saturday, holiday].compactMap(\.self) + changes.prefix(2)
  }

  private func offset(_ day: CivilDate, _ zone: ParkTimeZone) -> Int {
    zone.offset(at: zone.instant(of: CivilDateTime(date: day, time: .midnight)))
  }
}
