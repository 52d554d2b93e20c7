import Parking

extension World {
  /// A camera's read, as the store takes it.
  @discardableResult
  mutating func read(
    _ plate: String, at boothID: String, liveness: Liveness = .live, time: Instant? = nil,
    openedByDevice: Bool = false, confidence: Int? = nil
  ) throws -> Decision {
    var read = Read(
      plate: Plate(reading: plate), time: liveness == .replay ? min(time ?? now, now) : now,
      liveness: liveness, isOpenedByDevice: openedByDevice, confidence: confidence)
    var situation = situation(at: boothID, plate: read.plate.key)
    if let (known, key) = confirmed(situation, read, at: boothID) {
      read = read.naming(key)
      situation = known
    }
    let decision =
      boothID.hasPrefix("in") ? situation.entering(read) : situation.leaving(read)
    try apply(decision.actions, at: boothID)
    return decision
  }

  /// What a read meets that an attendant confirmed to be another plate's, as the store finds it.
  private func confirmed(
    _ situation: Situation, _ read: Read, at boothID: String
  ) -> (Situation, key: String)? {
    guard boothID.hasPrefix("out"),
      let key = situation.confirmedKey(of: read.plate, read.liveness)
    else { return nil }
    let known = self.situation(at: boothID, plate: key)
    return known.isStillHere ? (known, key) : nil
  }

  /// A read that the camera stored and sends now.
  @discardableResult
  mutating func replay(
    _ plate: String, at boothID: String, secondsAgo: Int64
  ) throws -> Decision {
    try read(
      plate, at: boothID, liveness: .replay, time: now.advanced(bySeconds: -secondsAgo))
  }

  /// The camera says that the vehicle turned back.
  @discardableResult
  mutating func turnBack(
    _ plate: String, at boothID: String, liveness: Liveness = .live, time: Instant? = nil
  ) throws -> Decision {
    var read = Read(plate: Plate(reading: plate), time: time ?? now, liveness: liveness)
    var situation = situation(at: boothID, plate: read.plate.key)
    if let (known, key) = confirmed(situation, read, at: boothID) {
      read = read.naming(key)
      situation = known
    }
    let decision = situation.turningBack(read)
    try apply(decision.actions, at: boothID)
    return decision
  }

  /// `enter/permit-through`
  @discardableResult
  mutating func letIn(
    _ plate: String, at boothID: String, category: Parking.Category? = nil, capture: Int64? = nil
  ) throws -> [Action] {
    let press = EntryPress(
      plate: Plate(reading: plate), category: category, arrivalID: capture)
    let named = capture.flatMap { arrivals[$0] }.flatMap { $0.boothID == boothID ? $0 : nil }
    let actions = try situation(at: boothID, plate: press.plate.key)
      .permittingEntry(press, named: named)
    try apply(actions, at: boothID)
    return actions
  }

  /// `leave/permit-through` with `manual` 0.
  @discardableResult
  mutating func pay(
    _ stayID: Int64, _ total: Int, coupon: Int = 0, at boothID: String,
    method: PayMethod = .cash
  ) throws -> [Action] {
    let release = ExitPress.Release.paid(
      total: Money(fen: total), coupon: Money(fen: coupon), method: method)
    return try letOut(stayID, release, at: boothID)
  }

  /// `leave/permit-through`
  @discardableResult
  mutating func letOut(
    _ stayID: Int64, _ release: ExitPress.Release = .manual(reason: ""), at boothID: String
  ) throws -> [Action] {
    let actions = try situation(at: boothID, plate: nil, stayID: stayID)
      .permittingExit(ExitPress(stayID: stayID, release: release))
    try apply(actions, at: boothID)
    return actions
  }

  /// `fee/coupon`
  @discardableResult
  mutating func coupon(_ minutes: Int, for stayID: Int64, at boothID: String) throws -> Int {
    let (coupon, actions) = try situation(at: boothID, plate: nil, stayID: stayID)
      .applying(CouponPress(stayID: stayID, minutes: minutes))
    try apply(actions, at: boothID)
    return coupon.fen
  }

  /// `leave/capture`
  @discardableResult
  mutating func type(_ plate: String, at boothID: String) throws -> Decision {
    let read = Read(plate: Plate(reading: plate), time: now, isTyped: true)
    let decision = try situation(at: boothID, plate: read.plate.key).typing(read)
    try apply(decision.actions, at: boothID)
    return decision
  }

  /// `leave/confirm`
  @discardableResult
  mutating func match(_ stayID: Int64, at boothID: String, capture: Int64? = nil) throws -> Decision
  {
    let decision = try situation(at: boothID, plate: nil, stayID: stayID)
      .matching(MatchPress(stayID: stayID, arrivalID: capture))
    try apply(decision.actions, at: boothID)
    return decision
  }

  /// `enter/permit-through` with `ticket` 1
  @discardableResult
  mutating func letInByTicket(at boothID: String, capture: Int64? = nil) throws -> TicketEntry {
    let named = capture.flatMap { arrivals[$0] }.flatMap { $0.boothID == boothID ? $0 : nil }
    let target = capture == nil ? front(boothID) : named
    let key = target.flatMap { $0.isEnteredByTicket ? $0.plate : nil }
    let (entry, actions) = try situation(at: boothID, plate: key)
      .admittingByTicket(TicketPress(arrivalID: capture), named: named)
    try apply(actions, at: boothID)
    return entry
  }

  /// `enter/cancel` or `leave/cancel`
  @discardableResult
  mutating func cancel(at boothID: String, capture: Int64? = nil) throws -> [Action] {
    let named = capture.flatMap { arrivals[$0] }.flatMap { $0.boothID == boothID ? $0 : nil }
    let target = capture == nil ? front(boothID) : named
    let stay = open.values.first { $0.stayID == target?.stayID }
    let actions = try situation(at: boothID, plate: stay?.plate ?? target?.plate)
      .cancelling(CancelPress(arrivalID: capture), named: named)
    try apply(actions, at: boothID)
    return actions
  }

  /// What the sweep does with stays that nobody decided about.
  mutating func sweep() throws {
    for stay in open.values {
      try apply(stay.abandonment(at: now), at: stay.settlement?.boothID ?? "out-1")
    }
  }

  /// Time passes.
  mutating func pass(seconds: Int64 = 0, minutes: Int64 = 0) {
    now = now.advanced(bySeconds: seconds + minutes * 60)
  }

  /// Time passes by microseconds.
  mutating func pass(microseconds: Int64) {
    now = Instant(microseconds: now.microseconds + microseconds)
  }

  /// What the registry says of a plate, always unless bounds are given.
  mutating func register(
    _ plate: String, _ category: Parking.Category,
    from: Instant = World.noon.advanced(bySeconds: -864_000),
    until: Instant = World.noon.advanced(bySeconds: 864_000)
  ) {
    registry[plate, default: []].append(
      Registration(category: category, validity: Interval(start: from, end: until)))
  }
}
