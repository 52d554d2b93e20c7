/// Decisions about reads at an exit booth (rule 6 of "A vehicle's way through").
extension Situation {
  /// What a read at an exit booth leads to.
  public func leaving(_ read: Read) -> Decision {
    if read.liveness == .replay { return remembering(exit: read) }
    var earlier = continued(by: read)
    if open == nil, var released = earlier, released.wasLetOut {
      released.read(at: read.time)
      return stalled(released, read)
    }
    // What became of another stay here stays as it is.
    if earlier?.stayID != open?.stayID { earlier = nil }
    var arrival = earlier ?? self.arrival(of: read, category: .temporary, state: .settling)
    arrival.read(at: read.time)
    guard let open else { return withoutEntry(arrival, read) }
    return settling(arrival, isNew: earlier == nil, stay: open, read)
  }

  /// Released a moment ago and still at the barrier: it opens once more.
  private func stalled(_ arrival: Arrival, _ read: Read) -> Decision {
    let opens = read.liveness == .live
    var actions: [Action] = [.updateArrival(arrival), .makeCurrent(arrivalID: arrival.arrivalID)]
    if opens { actions += [.cancelOpenings(of: arrival), farewell(arrival)] }
    let reply = GateReply(
      opens: opens, stayID: arrival.stayID, category: arrival.category, display: Display.farewell)
    return Decision(reply: reply, arrivalID: arrival.arrivalID, actions: actions)
  }

  /// No stay matches: the read makes one without an entry, which only a manual release ends.
  private func withoutEntry(_ arrival: Arrival, _ read: Read) -> Decision {
    let category = Category(of: registrations, at: read.time)
    let stay = OpenStay(
      stayID: newStayID, plate: read.plate.key ?? "#\(newStayID)", license: read.license,
      kind: read.plate.kind, category: category, enterTime: nil, enterBoothID: nil,
      enterArrivalID: nil, enterPicture: nil, tariffVersionID: nil)
    return settling(arrival, isNew: true, stay: stay, read, actions: [.beginStay(stay)])
  }

  /// The quote that still holds at this booth, whichever read of the vehicle this is, or a new one;
  /// coupon minutes are kept. With nothing to pay it opens.
  func settling(
    _ arrival: Arrival, isNew: Bool, stay: OpenStay, _ read: Read, actions: [Action] = []
  ) -> Decision {
    var (arrival, stay, actions) = (arrival, stay, actions)
    // An attendant typed the entry: the exit's camera may tell what vehicle it is.
    stay.vehicleClass = stay.vehicleClass ?? read.vehicleClass
    var settlement = stay.settlement(at: boothID, now: now) ?? quote(of: stay)
    settlement.arrivalID = arrival.arrivalID
    if let old = stay.settlement, old.arrivalID != arrival.arrivalID {
      actions.append(.supersede(arrivalID: old.arrivalID))
    }
    if settlement.fee.due == .zero, stay.enterTime != nil, read.liveness == .live {
      return free(arrival, isNew: isNew, stay: stay, settlement, actions: actions, read)
    }
    if stay.settlement != settlement {
      stay.settlement = settlement
      actions.append(.updateStay(stay))
    }
    arrival.settle(stay, leaveTime: settlement.leaveTime)
    return asking(
      arrival, isNew: isNew, stay: stay, fee: settlement.fee, actions: actions, read)
  }

  /// The fee to this instant, fixed at this booth.
  private func quote(of stay: OpenStay) -> Settlement {
    let leave = max(now, stay.enterTime ?? now)
    return Settlement(
      boothID: boothID, arrivalID: newArrivalID,
      until: now.advanced(bySeconds: GateRules.settling), leaveTime: leave,
      fee: fee(of: stay, to: leave))
  }

  /// Nothing to pay: it opens at once.
  private func free(
    _ arrival: Arrival, isNew: Bool, stay: OpenStay, _ settlement: Settlement, actions: [Action],
    _ read: Read
  ) -> Decision {
    var arrival = arrival
    arrival.leave(
      stay, at: now, leaveTime: settlement.leaveTime, status: .nothingToPay,
      coupon: settlement.fee.coupon)
    let reply = GateReply(
      opens: true, stayID: stay.stayID, category: stay.category, display: Display.farewell)
    return Decision(
      reply: reply, arrivalID: arrival.arrivalID,
      actions: actions + [
        isNew ? .insertArrival(arrival) : .updateArrival(arrival),
        .makeCurrent(arrivalID: arrival.arrivalID),
        .finishStay(.settled(stay, at: settlement, due: .zero)),
      ] + (isNew ? [] : [.cancelOpenings(of: arrival)]) + [farewell(arrival)]
        + (isNew ? doubts(about: read, arrival: arrival) : []))
  }

  /// Shut: the driver is asked to pay, or to see the attendant.
  private func asking(
    _ arrival: Arrival, isNew: Bool, stay: OpenStay, fee: Fee, actions: [Action], _ read: Read
  ) -> Decision {
    let written: Action = isNew ? .insertArrival(arrival) : .updateArrival(arrival)
    return Decision(
      reply: Situation.asking(for: fee, of: stay), arrivalID: arrival.arrivalID,
      actions: actions + [written, .makeCurrent(arrivalID: arrival.arrivalID)]
        + oddities(of: read, arrival: arrival))
  }

  /// What the lane is told of a stay that settles.
  static func asking(for fee: Fee, of stay: OpenStay) -> GateReply {
    GateReply(
      opens: false, stayID: stay.stayID, category: stay.category,
      display: request(for: stay, fee), due: due(of: stay, fee))
  }

  private static func request(for stay: OpenStay, _ fee: Fee) -> String {
    guard stay.enterTime != nil else { return Display.noEntry }
    guard let due = fee.due else { return Display.manual }
    return due == .zero ? Display.wait : Display.pay(due, of: stay.license)
  }

  /// What a driver can pay without the attendant.
  private static func due(of stay: OpenStay, _ fee: Fee) -> Money? {
    guard stay.enterTime != nil, let due = fee.due, due > .zero else { return nil }
    return due
  }

  private func farewell(_ arrival: Arrival) -> Action {
    .open(Opening(arrivalID: arrival.arrivalID, cause: .read, display: Display.farewell))
  }
}

extension Arrival {
  mutating func settle(_ stay: OpenStay, leaveTime: Instant) {
    end(as: .settling)
    category = stay.category
    stayID = stay.stayID
    enterTime = stay.enterTime
    self.leaveTime = leaveTime
    payStatus = .unpaid
  }

  mutating func leave(
    _ stay: OpenStay, at now: Instant, leaveTime: Instant, status: PayStatus, coupon: Money
  ) {
    settle(stay, leaveTime: leaveTime)
    state = .left
    releasedAt = now
    payStatus = status
    couponAmount = coupon
  }
}
