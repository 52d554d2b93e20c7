/// How a window that a partner sold stands to the park's offer. It is honoured in any case; the
/// operator is told.
public enum OfferCheck: String, Sendable, Hashable, CaseIterable {
  /// What the offer allows.
  case inside
  /// More than the offer allows, or there is no open offer.
  case outside
  /// Its day is over, or the calendar does not know it.
  case notChecked = "not_checked"
}

extension OfferCheck {
  /// Compares a window with an offer as it is now.
  ///
  /// - Parameters:
  ///   - offer: nil when the park has none.
  ///   - today: the park's day.
  public init(
    of window: LeaseWindow, offer: LeaseOffer?, today: CivilDate, timeZone: ParkTimeZone,
    calendar: HolidayCalendar
  ) {
    guard window.date >= today, calendar.kind(of: window.date) != nil else {
      self = .notChecked
      return
    }
    guard let offer, offer.isOpen, window.date <= offer.deadline else {
      self = .outside
      return
    }
    let days = [-1, 0, 1].map(window.date.advanced(byDays:))
    let offered = days.flatMap { offer.windows(on: $0, calendar: calendar) }
    let wanted = window.interval(in: timeZone)
    let missing = chargeable(
      from: wanted.start, to: wanted.end, rights: offered.map { $0.interval(in: timeZone) })
    if missing.isEmpty {
      self = .inside
    } else if days.contains(where: { calendar.kind(of: $0) == nil }) {
      self = .notChecked
    } else {
      self = .outside
    }
  }
}

extension LeaseOffer {
  /// What is offered from a day on: the daily window, and the whole day where it is offered.
  fileprivate func windows(on date: CivilDate, calendar: HolidayCalendar) -> [LeaseWindow] {
    guard date <= deadline else { return [] }
    let daily = LeaseWindow(date: date, start: start, end: end)
    guard coversAllDay(date, calendar: calendar) == true else { return [daily] }
    return [daily, LeaseWindow(date: date, start: .midnight, end: .midnight)]
  }
}
