public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `leave/confirm`: the vehicle at an exit is that of the open stay that the attendant chose
  /// (rule 6).
  public func confirmMatch(_ press: MatchPress, at visit: BoothVisit) throws -> GateReply {
    try pressing(visit, .stay(press.stayID)) { locked, connection in
      var situation = try SituationQuery(
        gate: locked, plate: nil, stayID: press.stayID, time: nil
      ).run(self, connection)
      situation.unmatched = try locked.unmatched(situation.current, connection)
      let decision = try situation.matching(press)
      return (situation.now, decision.actions, decision.reply)
    }
  }

  /// `enter/permit-through` with `ticket` 1: lets the waiting vehicle without a plate in.
  public func permitEntry(byTicket press: TicketPress, at visit: BoothVisit) throws -> TicketEntry {
    try pressing(visit, .plate(nil)) { locked, connection in
      let (situation, named) = try self.situation(
        of: press.arrivalID, at: visit, locked, connection
      ) { $0.isEnteredByTicket }
      let (entry, actions) = try situation.admittingByTicket(press, named: named)
      return (situation.now, actions, entry)
    }
  }

  /// `enter/cancel` and `leave/cancel`: a vehicle turned back (rule 12).
  public func cancel(_ press: CancelPress, at visit: BoothVisit) throws {
    try pressing(visit, .plate(nil)) { locked, connection in
      let (situation, named) = try self.situation(
        of: press.arrivalID, at: visit, locked, connection
      ) { $0.stayID != nil }
      return (situation.now, try situation.cancelling(press, named: named), ())
    }
  }

  /// What a press about an arrival meets: the newest at the booth, or the one that is named. Where
  /// `hasVehicle` says so it is asked for again with that arrival's vehicle, locked.
  private func situation(
    of arrivalID: Int64?, at visit: BoothVisit, _ locked: LockedGate, _ connection: Connection,
    hasVehicle: (Arrival) -> Bool
  ) throws -> (Situation, named: Arrival?) {
    let situation = try SituationQuery(gate: locked, plate: nil, stayID: nil, time: nil)
      .run(self, connection)
    let named = try arrivalID.flatMap { try Arrival.find($0, at: visit, connection) }
    guard let arrival = arrivalID == nil ? situation.current : named, hasVehicle(arrival),
      let key = try locked.vehicle(of: arrival, connection)
    else { return (situation, named) }
    return (
      try SituationQuery(gate: locked, plate: key, stayID: nil, time: nil).run(self, connection),
      named
    )
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
