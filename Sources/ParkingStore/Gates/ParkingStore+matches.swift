public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `leave/confirm`: the vehicle at an exit is that of the open stay that the attendant chose
  /// (rule 6).
  public func confirmMatch(_ press: MatchPress, at visit: BoothVisit) throws -> GateReply {
    try pressing(visit, .stay(press.stayID)) { situation, locked, connection in
      situation.unmatched = try locked.unmatched(situation.current, connection)
      let decision = try situation.matching(press)
      return (decision.actions, decision.reply)
    }
  }

  /// `enter/permit-through` with `ticket` 1: lets the waiting vehicle without a plate in.
  public func permitEntry(byTicket press: TicketPress, at visit: BoothVisit) throws -> TicketEntry {
    try pressing(visit, .plate(nil)) { situation, locked, connection in
      let named = try self.meet(press.arrivalID, at: visit, &situation, locked, connection) {
        $0.isEnteredByTicket
      }
      let (entry, actions) = try situation.admittingByTicket(press, named: named)
      return (actions, entry)
    }
  }

  /// `enter/cancel` and `leave/cancel`: a vehicle turned back (rule 12).
  public func cancel(_ press: CancelPress, at visit: BoothVisit) throws {
    try pressing(visit, .plate(nil)) { situation, locked, connection in
      let named = try self.meet(press.arrivalID, at: visit, &situation, locked, connection) {
        $0.stayID != nil
      }
      return (try situation.cancelling(press, named: named), ())
    }
  }

  /// The arrival that a press names, if it names one. Where `hasVehicle` says so of that, or of the
  /// newest at the booth, what the press meets is asked for again with the arrival's vehicle, locked.
  private func meet(
    _ arrivalID: Int64?, at visit: BoothVisit, _ situation: inout Situation,
    _ locked: LockedGate, _ connection: Connection, hasVehicle: (Arrival) -> Bool
  ) throws -> Arrival? {
    let named = try arrivalID.flatMap { try Arrival.find($0, at: visit, connection) }
    guard let arrival = arrivalID == nil ? situation.current : named, hasVehicle(arrival),
      let key = try locked.vehicle(of: arrival, connection)
    else { return named }
    situation = try SituationQuery(gate: locked, subject: .plate(key))
      .run(self, connection)
    return named
  }
}

extension LockedGate {
  /// The key of an arrival's vehicle, locked: that of its open stay, which has one even if the
  /// vehicle has no plate.
  fileprivate func vehicle(of arrival: Arrival, _ connection: Connection) throws -> String? {
    let rows = try connection.query(
      """
      select plate from parking.open_stay
      where park_sn = \(parkSN) and stay_id = \(arrival.stayID)
      """)
    let key = try rows.first.map { try $0.decode(String.self, at: 0) } ?? arrival.plate
    if let key { try lockVehicle(key, connection) }
    return key
  }
}
