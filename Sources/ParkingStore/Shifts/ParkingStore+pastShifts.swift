internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `duty/history`: shifts that ended at a booth, newest first.
  ///
  /// An attendant sees one's own, who answers for the park all of them; without a person it is the
  /// booth's own.
  public func pastShifts(at visit: BoothVisit, count: Int) throws -> [PastShift] {
    let accountID = visit.caller.accountID
    let isInCharge = try accountID.flatMap { try person(accountID: $0) }?.isInCharge ?? false
    let whose: SQL = isInCharge ? "" : "and s.account_id is not distinct from \(accountID)"
    return try database.withConnection { connection in
      try pastShifts(
        where: """
          s.park_sn = \(visit.park.parkSN) and s.booth_id = \(visit.booth.boothID)
            and s.ended_at is not null \(whose)
          """, count: count, connection)
    }
  }

  /// Ended shifts `s` that meet a condition, newest first.
  func pastShifts(
    where condition: SQL, count: Int, _ connection: Connection
  ) throws -> [PastShift] {
    try connection.query(
      """
      select s.shift_id, s.park_sn::text, b.booth_name, coalesce(c.display_name, b.booth_name),
        s.began_at, s.ended_at,
        done.vehicles, done.free, done.manual, done.coupons, done.coupon_total,
        \(taken(.cash)), \(taken(.wechat)), \(taken(.alipay)), \(taken(.other)),
        h.expected_amount, h.counted_amount, h.note, h.handed_at
      from (
        select * from parking.shift s where \(condition)
        order by s.began_at desc, s.shift_id desc limit \(Int64(count))) s
      join parking.booth b using (park_sn, booth_id)
      left join parking.account c on c.account_id = s.account_id
      left join parking.handover h on h.shift_id = s.shift_id
      cross join lateral (
        select count(*) as vehicles,
          count(*) filter (where a.state = 'left' and a.pay_status = 2) as free,
          count(*) filter (where a.is_manual or a.state = 'entered' and a.is_typed) as manual,
          count(*) filter (where a.coupon_amount > 0) as coupons,
          coalesce(sum(a.coupon_amount), 0)::bigint as coupon_total
        from parking.arrival a where a.shift_id = s.shift_id) done
      order by s.began_at desc, s.shift_id desc
      """
    ).map { row in
      var columns = row.columns
      return try PastShift(&columns)
    }
  }

  private func taken(_ method: PayMethod) -> SQL {
    """
    (select coalesce(sum(case p.kind when 'payment' then p.amount else -p.amount end), 0)::bigint
      from parking.payment p
      where p.shift_id = s.shift_id and p.pay_method = \(method))
    """
  }
}

extension PastShift {
  fileprivate init(_ columns: inout RowDecoder) throws {
    self.init(
      shiftID: try columns.next(), parkSN: try columns.next(), booth: try columns.next(),
      operatorName: try columns.next(), beganAt: try columns.next(),
      endedAt: try columns.next(), vehicles: Int(try columns.next(Int64.self)),
      free: Int(try columns.next(Int64.self)), manual: Int(try columns.next(Int64.self)),
      coupons: Int(try columns.next(Int64.self)), couponTotal: try columns.next(),
      takings: Takings(
        cash: try columns.next(), wechat: try columns.next(), alipay: try columns.next(),
        other: try columns.next()),
      handover: try Handover.optional(&columns))
  }
}

extension Handover {
  fileprivate static func optional(_ columns: inout RowDecoder) throws -> Handover? {
    let (expected, counted) = (try columns.next(Money?.self), try columns.next(Money?.self))
    let (note, handedAt) = (try columns.next(String?.self), try columns.next(Instant?.self))
    guard let expected, let counted, let note, let handedAt else { return nil }
    return Handover(expected: expected, counted: counted, note: note, handedAt: handedAt)
  }
}
