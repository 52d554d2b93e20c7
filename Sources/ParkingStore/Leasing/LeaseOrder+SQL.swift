internal import Parking
internal import PostgreSQL

extension LeaseOrder {
  /// Keeps the windows in one statement, and says how many are new. One that is there already
  /// notes the time, so that reconciliation does not take back what was just sold again. A window
  /// without a plate gives way to the same one with a plate (the table's trigger). What is the same
  /// in all windows has its type, whose rule is checked, before they are made.
  ///
  /// - Parameters:
  ///   - condition: what must hold for anything to be kept, as a query that has a row then.
  func keeping(
    for appID: String, at park: LeasePark, today: CivilDate, calendar: HolidayCalendar,
    source: LeaseSource, after condition: SQL
  ) -> SQL {
    let intervals = windows.map { $0.interval(in: park.timeZone) }
    let checks = windows.map {
      OfferCheck(
        of: $0, offer: park.offer, today: today, timeZone: park.timeZone, calendar: calendar
      ).rawValue
    }
    return """
      with condition as (\(condition)),
      sold as materialized (
        select \(appID)::parking.identifier as app_id,
          \(park.parkSN)::parking.identifier as park_sn, \(plate)::parking.plate as plate
        where exists (select from condition)),
      kept as (
        insert into parking.lease_window as w (app_id, park_sn, plate, window_date, start_time,
          end_time, begins_at, ends_at, offer_check, source)
        select s.app_id, s.park_sn, s.plate, u.*, \(source)
        from sold s cross join unnest(\(windows.map(\.date.sql))::date[],
          \(windows.map(\.start.sql))::time[], \(windows.map(\.end.sql))::time[],
          \(intervals.map(\.start))::timestamptz[], \(intervals.map(\.end))::timestamptz[],
          \(checks)::text[])
          u(window_date, start_time, end_time, begins_at, ends_at, offer_check)
        on conflict (park_sn, plate, window_date, start_time, end_time, app_id)
          where taken_back_at is null
          do update set received_at = excluded.received_at
        returning xmax = 0 as is_new)
      select (select count(*) from condition), (select count(*) from kept where is_new)
      """
  }
}
