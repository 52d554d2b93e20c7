internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Puts on the review lists of all parks what time alone brings there: stays longer than a park's
  /// setting, and vehicles without an entry about which nobody decided at an exit. Whoever calls it,
  /// and however often: an entry is made once.
  public func sweepReviews() throws -> SweepReport {
    SweepReport(longStays: try raiseLongStays(), abandoned: try endAbandonedStays())
  }

  private func raiseLongStays() throws -> Int {
    try database.withConnection { connection in
      Int(
        try connection.query(
          """
          insert into parking.review_item (park_sn, booth_id, reason, stay_id, arrival_id, detail,
            raised_at)
          select o.park_sn, o.enter_booth_id, 'long_stay', o.stay_id, o.enter_arrival_id,
            '停车超过' || p.long_stay_hours || '小时', clock_timestamp()
          from parking.open_stay o join parking.park p using (park_sn)
          where o.enter_time < now() - make_interval(hours => p.long_stay_hours)
            and p.retired_at is null
            and not exists (select from parking.review_item r
              where r.stay_id = o.stay_id and r.reason = 'long_stay')
          on conflict (stay_id) where reason = 'long_stay' do nothing
          """
        ).affected)
    }
  }

  private func endAbandonedStays() throws -> Int {
    let rows = try database.withConnection { connection in
      try connection.query(
        """
        select o.park_sn, o.plate, (
          select a.booth_id from parking.arrival a where a.stay_id = o.stay_id
          order by a.arrival_id desc limit 1)
        from parking.open_stay o
        where o.enter_time is null and (o.settle_until is null
          or o.settle_until < now() - make_interval(secs => \(Int32(GateRules.abandoned))))
        """)
    }
    return try rows.count { row in
      var columns = row.columns
      let (parkSN, plate) = (try columns.next(String.self), try columns.next(String.self))
      guard let boothID = try columns.next(String?.self) else { return false }
      return try endAbandonedStay(of: plate, at: parkSN, boothID)
    }
  }

  /// One transaction for each vehicle, so that nobody at a gate waits for more than one.
  private func endAbandonedStay(
    of plate: String, at parkSN: String, _ boothID: String
  ) throws -> Bool {
    try database.withConnection { connection in
      try connection.transaction {
        let now = try connection.query(
          """
          select clock_timestamp(),
            pg_advisory_xact_lock(hashtextextended(\(parkSN) || ' ' || \(plate), 0))
          """
        ).one().decode(Instant.self, at: 0)
        var columns = try connection.query(
          """
          select \(OpenStay.columns) from (select 1) one
          left join parking.open_stay o on o.park_sn = \(parkSN) and o.plate = \(plate)
          """
        ).one().columns
        guard let stay = try OpenStay.optional(&columns) else { return false }
        let actions = stay.abandonment(at: now)
        let gate = Gate(
          parkSN: parkSN, boothID: boothID, timeZone: "UTC", now: now, caller: .commandLine,
          repliesToCamera: false)
        try carryOut(actions, gate, connection)
        return !actions.isEmpty
      }
    }
  }
}
