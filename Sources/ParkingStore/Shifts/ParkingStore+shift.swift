internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// The figures of the shift that a press by this caller would belong to (rule 14).
  public func shiftFigures(at visit: BoothVisit) throws -> ShiftFigures {
    try database.withConnection { connection in
      let account = visit.caller.accountID
      var columns = try connection.query(
        """
        select coalesce((select display_name from parking.account where account_id = \(account)),
            \(visit.booth.name)),
          coalesce(extract(epoch from clock_timestamp() - s.began_at), 0)::bigint,
          counts.free, counts.manual, counts.coupons,
          (select coalesce(sum(case kind when 'payment' then amount else -amount end), 0)::bigint
            from parking.payment p where p.shift_id = s.shift_id)
        from (select 1) one
        left join parking.shift s on s.park_sn = \(visit.park.parkSN)
          and s.booth_id = \(visit.booth.boothID) and s.ended_at is null
          and s.account_id is not distinct from \(account)
          and (s.account_id is not null or (s.began_at at time zone \(zone(visit)))::date
            = (clock_timestamp() at time zone \(zone(visit)))::date)
        cross join lateral (
          select count(*) filter (where a.state = 'left' and a.pay_status = 2) as free,
            count(*) filter (where a.is_manual or a.state = 'entered' and a.is_typed) as manual,
            count(*) filter (where a.coupon_amount > 0) as coupons
          from parking.arrival a where a.shift_id = s.shift_id) counts
        """
      ).one().columns
      return ShiftFigures(
        operatorName: try columns.next(), seconds: max(0, try columns.next()),
        free: Int(try columns.next(Int64.self)), manual: Int(try columns.next(Int64.self)),
        coupons: Int(try columns.next(Int64.self)), total: try columns.next())
    }
  }

  private func zone(_ visit: BoothVisit) -> String { visit.park.rules.timeZone.identifier }
}
