internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `duty/handover`: ends the caller's shift with the cash counted.
  ///
  /// The same press again, however late, finds the same handover.
  /// - Throws: `Refusal.notOnDuty` for a shift that is not the caller's here, `Refusal.handedOver`
  ///   when it was handed over with other figures.
  public func handOver(_ press: HandoverPress, at visit: BoothVisit) throws -> PastShift {
    guard let accountID = visit.caller.accountID else { throw Refusal.notOnDuty }
    return try database.withConnection { connection in
      try connection.transaction {
        try lock(visit, connection)
        let own: SQL = """
          s.shift_id = \(press.shiftID) and s.account_id = \(accountID)
            and s.park_sn = \(visit.park.parkSN) and s.booth_id = \(visit.booth.boothID)
          """
        _ = try connection.query(
          """
          update parking.shift s set ended_at = greatest(clock_timestamp(), s.began_at)
          where \(own) and s.ended_at is null
          """)
        guard let ended = try pastShifts(where: own, count: 1, connection).first else {
          throw Refusal.notOnDuty
        }
        if let known = ended.handover {
          guard known.counted == press.counted, known.note == press.note else {
            throw Refusal.handedOver
          }
          return ended
        }
        try keep(press, expected: ended.takings.cash, accountID, connection)
        try audit(.handover, at: visit, connection)
        guard let kept = try pastShifts(where: own, count: 1, connection).first else {
          throw StoreError.lostUpdate
        }
        return kept
      }
    }
  }

  private func keep(
    _ press: HandoverPress, expected: Money, _ accountID: Int32, _ connection: Connection
  ) throws {
    _ = try connection.query(
      """
      insert into parking.handover (shift_id, account_id, expected_amount, counted_amount, note,
        handed_at)
      values (\(press.shiftID), \(accountID), \(expected), \(press.counted),
        \(press.note), clock_timestamp())
      """)
  }
}
