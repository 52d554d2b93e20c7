internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `leasePark`: a page of the offers of a partner's parks that are open and not past their
  /// deadline, in the order of `park_sn`, taking the request's nonce.
  ///
  /// - Parameters:
  ///   - page: from 1.
  ///   - limit: at most so many offers.
  /// - Throws: `PartnerRefusal`.
  public func offers(
    of call: PartnerCall, page: Int, limit: Int
  ) throws -> [ListedOffer] {
    let results = try database.withConnection { connection in
      try connection.batch([
        Self.takingNonce(of: call),
        Self.page(page, limit: limit, of: call.partner.appID),
      ])
    }
    guard results[0].affected == 1 else { throw PartnerRefusal.replay }
    return try results[1].map { try ListedOffer($0) }
  }

  private static func page(_ page: Int, limit: Int, of appID: String) -> SQL {
    """
    select a.park_sn::text, p.park_name, o.deadline::text, left(o.start_time::text, 5),
      left(o.end_time::text, 5), o.is_sat, o.is_sun, o.is_holiday, o.price::bigint,
      o.start_price::bigint, o.holiday_price::bigint, p.longitude, p.latitude
    from parking.partner_park a
    join parking.lease_offer o on o.park_sn = a.park_sn and o.is_open
    join parking.park p on p.park_sn = a.park_sn and p.retired_at is null
    where a.app_id = \(appID) and o.deadline >= (now() at time zone p.time_zone)::date
    order by a.park_sn limit \(Int64(limit)) offset \(Int64((page - 1) * limit))
    """
  }
}

extension ListedOffer {
  init(_ row: Row) throws(DatabaseError) {
    var columns = row.columns
    self.init(
      parkSN: try columns.next(), parkName: try columns.next(), deadline: try columns.next(),
      startTime: try columns.next(), endTime: try columns.next(), isSaturday: try columns.next(),
      isSunday: try columns.next(), isHoliday: try columns.next(), price: try columns.next(),
      startPrice: try columns.next(), holidayPrice: try columns.next(),
      longitude: try columns.next(), latitude: try columns.next())
  }
}
