internal import Parking
internal import PostgreSQL

extension AppOffer {
  /// The statement that keeps an offer, unless what is kept is newer than `condition` allows.
  func keeping(appID: String, signedAt: Int64, onlyWhere condition: SQL) -> SQL {
    """
    insert into offer as o (app_id, park_sn, park_name, deadline, start_time, end_time, is_sat,
      is_sun, is_holiday, price, start_price, holiday_price, longitude, latitude, signed_at)
    values (\(appID), \(parkSN), \(parkName), \(terms.deadline.sql),
      \(terms.start.sql), \(terms.end.sql),
      \(terms.allDay.contains(.saturdays)), \(terms.allDay.contains(.sundays)),
      \(terms.allDay.contains(.holidays)), \(Int64(terms.price.fen)),
      \(Int64(terms.startPrice.fen)), \(Int64(terms.holidayPrice.fen)), \(longitude), \(latitude),
      \(signedAt))
    on conflict (app_id, park_sn) do update set park_name = excluded.park_name,
      deadline = excluded.deadline, start_time = excluded.start_time, end_time = excluded.end_time,
      is_sat = excluded.is_sat, is_sun = excluded.is_sun, is_holiday = excluded.is_holiday,
      price = excluded.price, start_price = excluded.start_price,
      holiday_price = excluded.holiday_price, longitude = excluded.longitude,
      latitude = excluded.latitude, signed_at = greatest(o.signed_at, excluded.signed_at),
      changed_at = clock_timestamp(), withdrawn_at = null
    where \(condition)
    """
  }

  /// The columns that `terms` reads.
  static let termColumns: SQL = """
    deadline, left(start_time::text, 5), left(end_time::text, 5), is_sat, is_sun, is_holiday,
    price::bigint, start_price::bigint, holiday_price::bigint
    """

  /// Reads the terms of an open offer.
  static func terms(_ columns: inout RowDecoder) throws(DatabaseError) -> LeaseOffer {
    let deadline = CivilDate(dayNumber: Int(try columns.next(SQLDate.self).days))
    let start = CivilTime(leaseTime: try columns.next()) ?? .midnight
    let end = CivilTime(leaseTime: try columns.next()) ?? .midnight
    let flags: [LeaseOffer.AllDay] = [.saturdays, .sundays, .holidays]
    var allDay: LeaseOffer.AllDay = []
    for flag in flags where try columns.next(Bool.self) { allDay.insert(flag) }
    return LeaseOffer(
      deadline: deadline, start: start, end: end, allDay: allDay,
      price: Money(fen: Int(try columns.next(Int64.self))),
      startPrice: Money(fen: Int(try columns.next(Int64.self))),
      holidayPrice: Money(fen: Int(try columns.next(Int64.self))))
  }
}
