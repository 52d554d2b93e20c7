public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Takes a camera's read: the event, its effect and its reply in one transaction.
  ///
  /// A repeated event gets the stored reply byte for byte and has no effect (rule 1).
  /// - Parameter reply: Turns the decision into the vendor's bytes, which are stored.
  public func receive(
    _ read: CameraRead, from device: Device, reply: (GateReply) -> StoredReply
  ) throws -> Receipt {
    let pictures = keep(read.pictures)
    let event = CameraEvent(read: read, device: device, pictures: pictures)
    return try database.withConnection { connection in
      try connection.transaction {
        let (gate, rows) = try LockedGate.lock(
          device.booth, of: device.park, subject: .plate(read.plate.key),
          reading: { [event.replyQuery, event.clockQuery, event.situationQuery($0).statement] },
          connection)
        if let stored = try event.storedReply(rows[0]) {
          try event.keepRepetition(of: stored.captureID, connection)
          return Receipt(reply: stored.reply, isRepeated: true)
        }
        let clock = try event.clock(rows[1])
        let situation = try event.situationQuery(gate).situation(rows[2], self, connection)
        return Receipt(
          reply: try take(event, clock, situation, gate, connection, reply: reply),
          isRepeated: false)
      }
    }
  }

  private func take(
    _ event: CameraEvent, _ clock: DeviceClock?, _ first: Situation, _ locked: LockedGate,
    _ connection: Connection, reply: (GateReply) -> StoredReply
  ) throws -> StoredReply {
    let liveness = Liveness(
      isReplay: event.read.isReplay, skew: event.skew(at: first.now), clock: clock, now: first.now)
    let found = try withPlaces(first, of: event, liveness, locked, connection)
    let (situation, key) = try confirmed(event, liveness, found, locked, connection)
    let read = event.read(liveness, now: situation.now)
    let decision = decide(read.naming(key), event, situation)
    let stored = reply(decision.reply)
    let gate = event.gate(at: situation.now)
    try carryOut(
      decision.actions,
      with: event.statements(
        read, decision: decision, reply: stored, clock: clock, now: situation.now),
      gate, connection, isLast: true)
    return stored
  }

  /// What the read of a vehicle meets that an attendant confirmed to be another plate's, with that
  /// plate's key; what was found for any other.
  private func confirmed(
    _ event: CameraEvent, _ liveness: Liveness, _ found: Situation, _ locked: LockedGate,
    _ connection: Connection
  ) throws -> (Situation, key: String?) {
    guard event.device.booth.direction == .exit,
      let key = found.confirmedKey(of: event.read.plate, liveness)
    else { return (found, nil) }
    try locked.lockVehicle(key, connection)
    let known = try SituationQuery(gate: locked, subject: .plate(key))
      .run(self, connection)
    return known.isStillHere ? (known, key) : (found, nil)
  }

  /// What the read meets. While few places are left, reads at the park's entries come one after
  /// another, so that the last one is given once.
  private func withPlaces(
    _ situation: Situation, of event: CameraEvent, _ liveness: Liveness, _ locked: LockedGate,
    _ connection: Connection
  ) throws -> Situation {
    guard liveness == .live, let inside = situation.inside else { return situation }
    let entries = event.device.park.booths.filter { $0.direction == .enter }.count
    let free = event.device.park.rules.places - inside
    guard free > 0, free < 4 * entries else { return situation }
    try locked.lockPlaces(connection)
    return try event.situationQuery(locked).run(self, connection)
  }

  private func decide(_ read: Read, _ event: CameraEvent, _ situation: Situation) -> Decision {
    if event.read.isTurnedBack { return situation.turningBack(read) }
    switch event.device.booth.direction {
    case .enter: return situation.entering(read)
    case .exit: return situation.leaving(read)
    }
  }
}

extension CameraEvent {
  fileprivate func situationQuery(_ gate: LockedGate) -> SituationQuery {
    SituationQuery(
      gate: gate, subject: .plate(read.plate.key),
      time: read.isReplay ? read.capturedAt : nil)
  }
}
