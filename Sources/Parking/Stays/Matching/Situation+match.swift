/// A vehicle at an exit whose read is not the plate of an open stay (rule 6).
extension Situation {
  /// The chosen stay settles here with its quote, and the stay without an entry is gone; with
  /// nothing to pay the barrier opens. Both texts are kept. `open` is the chosen stay.
  public func matching(_ press: MatchPress) throws(Refusal) -> Decision {
    if let again = try matchingAgain(press) { return again }
    guard let open, open.stayID == press.stayID else {
      throw last?.stayID == press.stayID ? .alreadyReleased : .unknownStay
    }
    guard open.enterTime != nil else { throw .unknownStay }
    guard var arrival = current, let unmatched,
      unmatched.settlement(at: boothID, now: now)?.arrivalID == arrival.arrivalID,
      press.arrivalID == nil || press.arrivalID == arrival.arrivalID
    else { throw .notSettling }
    if let settlement = open.settlement, settlement.boothID != boothID, now < settlement.until {
      throw .settlingElsewhere
    }
    let audit = Action.audit(
      .match, stayID: open.stayID, arrivalID: arrival.arrivalID,
      detail: "\(arrival.license) is \(open.license)")
    arrival.readLicense = arrival.license
    arrival.plate = open.plate
    arrival.license = open.license
    arrival.press(press.text, at: now)
    let read = Read(plate: Plate(reading: open.license), time: now, isTyped: true)
    let decision = settling(
      arrival, isNew: false, stay: open, read, actions: [joining(unmatched)])
    return decision.adding([audit])
  }

  /// An attendant's typed read at an exit: it takes the place of a read that matched no stay.
  public func typing(_ read: Read) throws(Refusal) -> Decision {
    let decision = leaving(read)
    let audit = Action.audit(
      .typedCapture, stayID: decision.reply.stayID, arrivalID: decision.arrivalID,
      detail: read.plate.raw)
    let makesStay = decision.actions.contains {
      if case .beginStay = $0 { true } else { false }
    }
    if makesStay, Ticket.isMeant(by: read.plate.raw) { throw .unknownTicket }
    var kept = decision.adding([audit])
    if let arrivalID = decision.arrivalID {
      kept = kept.adding([.keepTyped(read.plate, arrivalID: arrivalID)])
    }
    guard let current, let unmatched, unmatched.stayID != decision.reply.stayID else { return kept }
    let actions = kept.actions.map { $0.keeping(readLicense: current.license) }
    return Decision(
      reply: kept.reply, arrivalID: kept.arrivalID,
      actions: [joining(unmatched), .supersede(arrivalID: current.arrivalID)] + actions)
  }

  /// The key by which a read at this booth is known since an attendant confirmed whose it is: the
  /// camera goes on reading the same wrong text.
  public func confirmedKey(of plate: Plate, _ liveness: Liveness) -> String? {
    guard liveness != .replay, let key = plate.key, let current, current.readLicense == key,
      current.state == .settling || current.state == .left,
      now <= current.lastReadAt.advanced(bySeconds: GateRules.arrivalGap)
    else { return nil }
    return current.plate
  }

  /// Whether the vehicle was seen nowhere else since it came to this barrier. Where it was, a text
  /// that was confirmed to be its plate means it no longer.
  public var isStillHere: Bool { last?.arrivalID == current?.arrivalID }

  /// The same choice again: nothing while it settles and within 3 seconds of opening, the barrier
  /// once more within 5 minutes.
  private func matchingAgain(_ press: MatchPress) throws(Refusal) -> Decision? {
    guard var arrival = current, arrival.readLicense != nil, arrival.stayID == press.stayID,
      press.arrivalID == nil || press.arrivalID == arrival.arrivalID
    else { return nil }
    if let open, let settlement = open.settlement(at: boothID, now: now) {
      let reply = Situation.asking(for: settlement.fee, of: open)
      return Decision(reply: reply, arrivalID: arrival.arrivalID, actions: [])
    }
    guard open == nil, arrival.press == press.text, arrival.mayOpenAgain(at: now) else {
      return nil
    }
    let reply = GateReply(
      opens: true, stayID: arrival.stayID, category: arrival.category, display: Display.farewell)
    if arrival.isSamePress(press.text, at: now) {
      return Decision(reply: reply, arrivalID: arrival.arrivalID, actions: [])
    }
    arrival.pressedAt = now
    return Decision(
      reply: reply, arrivalID: arrival.arrivalID,
      actions: openingAgain(arrival, display: Display.farewell))
  }

  /// The vehicle of a stay without an entry has another stay.
  private func joining(_ unmatched: OpenStay) -> Action {
    .finishStay(
      .unpaid(
        unmatched, outcome: .joined, to: unmatched.settlement?.leaveTime ?? now, booth: boothID,
        fee: fee(of: unmatched, to: now)))
  }
}

extension Decision {
  /// The same with more to change.
  func adding(_ more: [Action]) -> Decision {
    Decision(reply: reply, arrivalID: arrivalID, actions: actions + more)
  }
}

extension Action {
  /// The same; a new arrival remembers what was read of it before.
  fileprivate func keeping(readLicense: String) -> Action {
    guard case .insertArrival(var arrival) = self else { return self }
    arrival.readLicense = readLicense
    return .insertArrival(arrival)
  }
}
