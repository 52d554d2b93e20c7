internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Resolves an entry of a park's review list, once; the same resolution again changes nothing.
  ///
  /// `closed` ends the entry's open stay as unresolved.
  /// - Throws: `ReviewRefusal`; `Refusal.unknownStay` when there is no open stay to end.
  public func resolve(_ press: ReviewPress, of park: ParkSettings, by caller: Caller) throws {
    let isSupervisor = try supervises(caller)
    guard let known = try review(press.reviewID, of: park) else {
      throw ReviewRefusal.unknownReview
    }
    try database.withConnection { connection in
      try connection.transaction {
        let closing =
          try press.resolution == .closed
          ? ending(known, of: park, by: caller, connection) : nil
        let row = try connection.query(
          """
          select reason, resolution, clock_timestamp() from parking.review_item
          where review_id = \(press.reviewID) for update
          """
        ).one()
        let item = ReviewItem(
          reason: try row.decode(at: 0), resolution: try row.decode(at: 1))
        guard try item.resolving(as: press.resolution, isSupervisor: isSupervisor) else { return }
        try closing?()
        _ = try connection.queryAll([
          press.resolving(by: caller, at: try row.decode(Instant.self, at: 2)),
          press.audit(known, of: park, by: caller, at: try row.decode(Instant.self, at: 2)),
        ])
      }
    }
  }

  /// What ends the entry's open stay; its booth and its vehicle are locked first, as everywhere.
  private func ending(
    _ record: ReviewRecord, of park: ParkSettings, by caller: Caller, _ connection: Connection
  ) throws -> () throws -> Void {
    guard let stayID = record.stayID,
      let booth = record.boothID.flatMap(park.booth) ?? park.booths.first
    else { throw Refusal.unknownStay }
    let (locked, _) = try LockedGate.lock(booth, of: park, subject: .stay(stayID), connection)
    return {
      let situation = try SituationQuery(gate: locked, subject: .stay(stayID))
        .run(self, connection)
      let visit = BoothVisit(park: park, booth: booth, caller: caller)
      try self.carryOut(
        try situation.closing(stayID), visit.gate(at: situation.now), connection)
    }
  }
}

extension ReviewPress {
  fileprivate func resolving(by caller: Caller, at now: Instant) -> SQL {
    """
    update parking.review_item
    set resolved_at = \(now), resolution = \(resolution), note = \(note),
      resolved_by = \(caller.accountID)
    where review_id = \(reviewID)
    """
  }

  fileprivate func audit(
    _ record: ReviewRecord, of park: ParkSettings, by caller: Caller, at now: Instant
  ) -> SQL {
    """
    insert into parking.audit (park_sn, booth_id, at, account_id, caller, action, stay_id,
      arrival_id, detail)
    values (\(park.parkSN), \(record.boothID), \(now), \(caller.accountID), \(caller.kind),
      'review', \(record.stayID), \(record.arrivalID),
      \("\(reviewID) \(record.reason.rawValue) \(resolution.rawValue) \(note)"))
    """
  }
}
