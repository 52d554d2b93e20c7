extension LeaseOffer {
  /// Why a window has no price.
  public enum PriceFault: Error, Hashable, Sendable {
    /// The public holidays of that year are not known, so nobody can say what the day costs.
    case unknownYear(Int)
    /// The clocks skip the whole window.
    case empty
  }

  /// What the seller takes for one window, in fen.
  ///
  /// On a Saturday, Sunday or public holiday whose flag is 1 it is `holidayPrice` for the whole
  /// day; on any other day `startPrice` for the first 30 minutes and `price` for each further 30
  /// minutes begun. It prices windows outside the offer too: whether to sell is another question.
  public func price(
    of window: LeaseWindow, timeZone: ParkTimeZone, calendar: HolidayCalendar
  ) throws(PriceFault) -> Money {
    guard let isAllDay = coversAllDay(window.date, calendar: calendar) else {
      throw .unknownYear(window.date.year)
    }
    let interval = window.interval(in: timeZone)
    let seconds = Int(interval.end.seconds(since: interval.start))
    guard seconds > 0 else { throw .empty }
    guard !isAllDay else { return holidayPrice }
    let further = (seconds + Self.unit - 1) / Self.unit - 1
    return Money(fen: startPrice.fen + further * price.fen)
  }

  private static let unit = 30 * 60
}
