/// Decisions about reads at an exit booth (rule 6 of "A vehicle's way through").
extension Situation {
  /// What a read at an exit booth leads to.
  public func leaving(_ read: Read) -> Decision {
    if read.liveness == .replay { return remembering(exit: read) }
    let earlier = continued(by: read)
    if var earlier, earlier.state == .left, open == nil {
      earlier.read(at: read.time)
      return stalled(earlier, read)
    }
    var arrival = earlier ?? self.arrival(of: read, category: .temporary, state: .settling)
    arrival.read(at: read.time)
    guard let open else { return withoutEntry(arrival, isNew: earlier == nil, read) }
    if let settlement = open.settlement(at: boothID, now: now),
      settlement.arrivalID == arrival.arrivalID, read.liveness == .live
    {
      return asking(arrival, isNew: false, stay: open, fee: settlement.fee, actions: [], read)
    }
    return quoting(arrival, isNew: earlier == nil, stay: open, read)
  }

  /// Released a moment ago and still at the barrier: it opens once more.
  private func stalled(_ arrival: Arrival, _ read: Read) -> Decision {
    let opens = read.liveness == .live
    var actions: [Action] = [.updateArrival(arrival), .makeCurrent(arrivalID: arrival.arrivalID)]
    if opens { actions += openings(arrival) }
    let reply = GateReply(
      opens: opens, stayID: arrival.stayID, category: arrival.category, display: Display.farewell)
    return Decision(reply: reply, arrivalID: arrival.arrivalID, actions: actions)
  }

  /// No stay matches: the read makes one without an entry, which only a manual release ends.
  private func withoutEntry(_ arrival: Arrival, isNew: Bool, _ read: Read) -> Decision {
    let category = Category(of: registrations, at: read.time)
    let stay = OpenStay(
      stayID: newStayID, plate: read.plate.key ?? "#\(newStayID)", license: read.license,
      kind: read.plate.kind, category: category, enterTime: nil, enterBoothID: nil,
      enterArrivalID: nil, enterPicture: nil, tariffVersionID: nil)
    return settling(
      arrival, isNew: isNew, stay: stay, fee: fee(of: stay, to: now),
      actions: [.beginStay(stay)], read)
  }

  /// Fixes the fee to this instant; a stay that was quoted before keeps its coupon minutes.
  private func quoting(_ arrival: Arrival, isNew: Bool, stay: OpenStay, _ read: Read) -> Decision {
    let fee = fee(of: stay, to: now)
    let old = stay.settlement.flatMap {
      $0.arrivalID == arrival.arrivalID ? nil : [Action.supersede(arrivalID: $0.arrivalID)]
    }
    guard fee.due == .zero, stay.enterTime != nil, read.liveness == .live else {
      return settling(arrival, isNew: isNew, stay: stay, fee: fee, actions: old ?? [], read)
    }
    var arrival = arrival
    let settlement = settlement(arrival, fee)
    arrival.leave(stay, at: now, leaveTime: now, status: .nothingToPay, coupon: fee.coupon)
    let written: Action = isNew ? .insertArrival(arrival) : .updateArrival(arrival)
    let reply = GateReply(
      opens: true, stayID: stay.stayID, category: stay.category, display: Display.farewell)
    let actions: [Action] = [
      written, .makeCurrent(arrivalID: arrival.arrivalID),
      .finishStay(.settled(stay, at: settlement, due: .zero)),
    ]
    return Decision(
      reply: reply, arrivalID: arrival.arrivalID,
      actions: (old ?? []) + actions + openings(arrival))
  }

  private func settling(
    _ arrival: Arrival, isNew: Bool, stay: OpenStay, fee: Fee, actions: [Action], _ read: Read
  ) -> Decision {
    var stay = stay
    var arrival = arrival
    stay.settlement = settlement(arrival, fee)
    arrival.settle(stay, leaveTime: now)
    return asking(
      arrival, isNew: isNew, stay: stay, fee: fee, actions: actions + [.updateStay(stay)], read)
  }

  /// Shut: the driver is asked to pay, or to see the attendant.
  private func asking(
    _ arrival: Arrival, isNew: Bool, stay: OpenStay, fee: Fee, actions: [Action], _ read: Read
  ) -> Decision {
    let written: Action = isNew ? .insertArrival(arrival) : .updateArrival(arrival)
    let reply = GateReply(
      opens: false, stayID: stay.stayID, category: stay.category,
      display: Situation.request(for: stay, fee))
    return Decision(
      reply: reply, arrivalID: arrival.arrivalID,
      actions: actions + [written, .makeCurrent(arrivalID: arrival.arrivalID)]
        + oddities(of: read, arrival: arrival))
  }

  private static func request(for stay: OpenStay, _ fee: Fee) -> String {
    guard stay.enterTime != nil else { return Display.noEntry }
    guard let due = fee.due else { return Display.manual }
    return due == .zero ? Display.wait : Display.pay(due, of: stay.license)
  }

  private func settlement(_ arrival: Arrival, _ fee: Fee) -> Settlement {
    Settlement(
      boothID: boothID, arrivalID: arrival.arrivalID,
      until: now.advanced(bySeconds: GateRules.settling), leaveTime: now, fee: fee)
  }

  private func openings(_ arrival: Arrival) -> [Action] {
    [
      .cancelOpenings(arrivalID: arrival.arrivalID),
      .open(Opening(arrivalID: arrival.arrivalID, cause: .read, display: Display.farewell)),
    ]
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
