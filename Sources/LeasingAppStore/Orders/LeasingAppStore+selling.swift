public import Parking
internal import PostgreSQL

extension LeasingAppStore {
  /// `lease/order/place`: sells windows to a plate, all or none, and queues the new ones for the
  /// parking system in the same transaction.
  ///
  /// - Parameter windows: when; nil times are the offer's own.
  /// - Returns: each window with its price, in order.
  /// - Throws: `AppRefusal` for a park without an offer, and for a window that it does not cover or
  ///   that cannot be priced.
  public func sell(
    _ wishes: [Wish], to plate: String, at parkSN: String
  ) throws -> [Sale] {
    try database.withConnection { connection in
      try connection.transaction {
        let offer = try openOffer(parkSN, connection)
        let calendar = try Self.calendar(connection)
        let windows = Set(wishes.map { $0.window(offer.terms) }).sorted()
        var sales: [Sale] = []
        for window in windows {
          let price = try price(of: window, offer, calendar)
          sales.append(try sell(window, for: price, to: plate, parkSN, offer.appID, connection))
        }
        try queue(sales.filter(\.isNew).map(\.window), plate, parkSN, offer.appID, connection)
        return sales
      }
    }
  }

  /// A day, and the times if they are not to be the offer's.
  public struct Wish: Sendable, Hashable {
    let date: CivilDate
    let times: LeaseWindow?

    /// The offer's window on a day.
    public init(date: CivilDate) {
      self.date = date
      times = nil
    }

    /// That window.
    public init(_ window: LeaseWindow) {
      date = window.date
      times = window
    }

    fileprivate func window(_ terms: LeaseOffer) -> LeaseWindow {
      times ?? LeaseWindow(date: date, start: terms.start, end: terms.end)
    }
  }

  private struct OpenOffer {
    let appID: String
    let terms: LeaseOffer
    let today: CivilDate
  }

  private func openOffer(_ parkSN: String, _ connection: Connection) throws -> OpenOffer {
    // Held to the end, so that what is sold is sold at the price that holds.
    let rows = try connection.query(
      """
      select app_id::text, now(), \(AppOffer.termColumns) from offer
      where park_sn = \(parkSN) and withdrawn_at is null order by app_id limit 1 for share
      """)
    guard var columns = rows.first?.columns else { throw AppRefusal.unknownPark }
    let appID = try columns.next(String.self)
    let now = Instant(microseconds: try columns.next(Timestamp.self).microseconds)
    return OpenOffer(
      appID: appID, terms: try AppOffer.terms(&columns), today: timeZone.civil(of: now).date)
  }

  private func price(
    of window: LeaseWindow, _ offer: OpenOffer, _ calendar: HolidayCalendar
  ) throws(AppRefusal) -> Money {
    guard window.date >= offer.today else { throw .over(window.date) }
    let price: Money
    do {
      price = try offer.terms.price(of: window, timeZone: timeZone, calendar: calendar)
    } catch {
      switch error {
      case .unknownYear(let year): throw .unknownYear(year)
      case .empty: throw .notOffered(window.date)
      }
    }
    let check = OfferCheck(
      of: window, offer: offer.terms, today: offer.today, timeZone: timeZone, calendar: calendar)
    switch check {
    case .inside: return price
    case .outside: throw .notOffered(window.date)
    // A neighbouring day of a year that is not known.
    case .notChecked: throw .unknownYear(window.date.advanced(byDays: 1).year)
    }
  }

  private func sell(
    _ window: LeaseWindow, for price: Money, to plate: String, _ parkSN: String, _ appID: String,
    _ connection: Connection
  ) throws -> Sale {
    let start = Timestamp(microseconds: window.interval(in: timeZone).start.microseconds)
    let sold = try connection.query(
      """
      insert into lease_order
        (app_id, park_sn, plate, window_date, start_time, end_time, begins_at, price)
      values (\(appID), \(parkSN), \(plate), \(window.date.sql),
        \(window.start.sql), \(window.end.sql), \(start),
        \(Int64(price.fen)))
      on conflict (app_id, park_sn, plate, window_date, start_time, end_time)
        where cancelled_at is null do nothing
      """)
    if sold.affected == 1 { return Sale(window: window, price: price, isNew: true) }
    let known = try connection.query(
      """
      select price::bigint from lease_order
      where app_id = \(appID) and park_sn = \(parkSN) and plate = \(plate)
        and window_date = \(window.date.sql)
        and start_time = \(window.start.sql)
        and end_time = \(window.end.sql) and cancelled_at is null
      """)
    guard let row = known.first else { throw AppRefusal.notOrdered(window.date) }
    return Sale(
      window: window, price: Money(fen: Int(try row.decode(Int64.self, at: 0))), isNew: false)
  }

  private func queue(
    _ windows: [LeaseWindow], _ plate: String, _ parkSN: String, _ appID: String,
    _ connection: Connection
  ) throws {
    guard !windows.isEmpty else { return }
    try connection.execute(
      """
      insert into outbox (app_id, kind, subject, body)
      select \(appID), 'api/SynLeaseOrder', \(parkSN), json_build_object(
        'park_sn', \(parkSN)::text, 'car_plate_no', \(plate)::text,
        'dates', json_agg(json_build_object(
          'date', w.date, 'start_time', w.start_time, 'end_time', w.end_time) order by w.place))
      from unnest(\(windows.map(\.date.description)), \(windows.map(\.start.leaseText)),
        \(windows.map(\.end.leaseText))) with ordinality w(date, start_time, end_time, place)
      """)
  }

  private static func calendar(_ connection: Connection) throws -> HolidayCalendar {
    var years: [Int: [HolidayCalendar.Day]] = [:]
    for row in try connection.query("select year, day, day_name, is_off_day from calendar_day") {
      var columns = row.columns
      let year = Int(try columns.next(Int32.self))
      let date = CivilDate(dayNumber: Int(try columns.next(SQLDate.self).days))
      years[year, default: []].append(
        HolidayCalendar.Day(date: date, name: try columns.next(), isOffDay: try columns.next()))
    }
    var calendar = HolidayCalendar()
    for (year, days) in years { calendar.insert(year: year, days: days) }
    return calendar
  }
}
