internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `duty/begin`: begins the shift of a signed-in person at a booth, or finds it begun.
  ///
  /// - Parameter takesOver: Whether somebody else's shift there, which was not handed over, ends.
  /// - Throws: `Refusal.notOnDuty` without a person, `Refusal.boothTaken` by somebody else.
  public func beginShift(at visit: BoothVisit, takesOver: Bool) throws -> OpenShift {
    guard let accountID = visit.caller.accountID else { throw Refusal.notOnDuty }
    return try database.withConnection { connection in
      try connection.transaction {
        try lock(visit, connection)
        if let open = try openShift(at: visit, connection) {
          if open.accountID == accountID { return open.shift }
          guard takesOver else { throw Refusal.boothTaken(by: open.shift.operatorName) }
        }
        _ = try connection.query(
          """
          select parking.shift_at(\(visit.park.parkSN), \(visit.booth.boothID), \(accountID),
            clock_timestamp(), \(visit.park.rules.timeZone.identifier))
          """)
        try audit(.beginShift, at: visit, connection)
        guard let begun = try openShift(at: visit, connection) else { throw StoreError.lostUpdate }
        return begun.shift
      }
    }
  }

  /// The signed-in person's shift that is open at a booth, with whose it is.
  private func openShift(
    at visit: BoothVisit, _ connection: Connection
  ) throws -> (shift: OpenShift, accountID: Int32)? {
    let rows = try connection.query(
      """
      select s.shift_id, a.display_name, s.began_at, a.account_id
      from parking.shift s join parking.account a using (account_id)
      where s.park_sn = \(visit.park.parkSN) and s.booth_id = \(visit.booth.boothID)
        and s.ended_at is null
      """)
    guard var columns = rows.first?.columns else { return nil }
    let shift = OpenShift(
      shiftID: try columns.next(), operatorName: try columns.next(), beganAt: try columns.next())
    return (shift, try columns.next())
  }

  /// The booth's lock, which every change of its shifts holds.
  func lock(_ visit: BoothVisit, _ connection: Connection) throws {
    _ = try connection.query(
      """
      select from parking.booth
      where park_sn = \(visit.park.parkSN) and booth_id = \(visit.booth.boothID)
      for no key update
      """)
  }

  func audit(_ press: Press, at visit: BoothVisit, _ connection: Connection) throws {
    _ = try connection.query(
      """
      insert into parking.audit (park_sn, booth_id, at, account_id, caller, action)
      values (\(visit.park.parkSN), \(visit.booth.boothID), clock_timestamp(),
        \(visit.caller.accountID), \(visit.caller.kind), \(press))
      """)
  }
}
