public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `enter/permit-through`: lets the waiting vehicle in, or a typed one (rule 4).
  public func permitEntry(_ press: EntryPress, at visit: BoothVisit) throws {
    try pressing(visit, .plate(press.plate.key)) { situation, _, connection in
      let named = try press.arrivalID.flatMap { arrivalID in
        try Arrival.find(arrivalID, at: visit, connection)
      }
      return (try situation.permittingEntry(press, named: named), ())
    }
  }

  /// `leave/permit-through`: takes the money and lets the vehicle out, or lets it out by hand
  /// (rules 9 and 10).
  public func permitExit(_ press: ExitPress, at visit: BoothVisit) throws {
    try pressing(visit, .stay(press.stayID)) { situation, _, _ in
      (try situation.permittingExit(press), ())
    }
  }

  /// `fee/coupon`: takes minutes off a stay that settles here; what they take off (rule 8).
  public func applyCoupon(_ press: CouponPress, at visit: BoothVisit) throws -> Money {
    try pressing(visit, .stay(press.stayID)) { situation, _, _ in
      let (coupon, actions) = try situation.applying(press)
      return (actions, coupon)
    }
  }

  /// `leave/capture`: an attendant's typed read at an exit; no camera waits for the reply.
  public func captureTyped(_ plate: Plate, at visit: BoothVisit) throws -> GateReply {
    try pressing(visit, .plate(plate.key)) { situation, locked, connection in
      situation.unmatched = try locked.unmatched(situation.current, connection)
      let decision = try situation.typing(
        Read(plate: plate, time: situation.now, isTyped: true))
      return (decision.actions, decision.reply)
    }
  }

  /// `enter/correct`: corrects the plate of a vehicle that waits.
  public func correct(_ press: CorrectionPress, at visit: BoothVisit) throws {
    try pressing(visit, .plate(press.plate.key)) { situation, _, connection in
      let named = try Arrival.find(press.arrivalID, at: visit, connection)
      return (try situation.correcting(press, named: named), ())
    }
  }

  /// One transaction around a press: locks and reads, decides, carries out.
  ///
  /// - Parameter decide: Gets what the press meets: the vehicle or the stay of `subject`.
  func pressing<Value>(
    _ visit: BoothVisit, _ subject: LockedGate.Subject,
    _ decide: (inout Situation, LockedGate, Connection) throws -> ([Action], Value)
  ) throws -> Value {
    try database.withConnection { connection in
      try connection.transaction {
        let (gate, rows) = try LockedGate.lock(
          visit.booth, of: visit.park, subject: subject,
          reading: { [SituationQuery(gate: $0, subject: subject).statement] }, connection)
        var situation = try SituationQuery(gate: gate, subject: subject)
          .situation(rows[0], self, connection)
        let now = situation.now
        let (actions, value) = try decide(&situation, gate, connection)
        try carryOut(actions, visit.gate(at: now), connection, isLast: true)
        return value
      }
    }
  }
}

extension BoothVisit {
  func gate(at now: Instant) -> Gate {
    Gate(
      parkSN: park.parkSN, boothID: booth.boothID, timeZone: park.rules.timeZone.identifier,
      now: now, caller: caller, repliesToCamera: false)
  }
}

extension Arrival {
  /// The arrival with that number at a booth; nil if there is none.
  static func find(
    _ arrivalID: Int64, at visit: BoothVisit, _ connection: Connection
  ) throws -> Arrival? {
    let rows = try connection.query(
      """
      select \(Arrival.columns) from parking.arrival a
      where a.arrival_id = \(arrivalID) and a.park_sn = \(visit.park.parkSN)
        and a.booth_id = \(visit.booth.boothID)
      """)
    guard var columns = rows.first?.columns else { return nil }
    return try Arrival.optional(&columns)
  }
}
