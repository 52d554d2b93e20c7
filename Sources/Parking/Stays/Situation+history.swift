/// Late news: replays make history by the camera's time and open nothing (rule 13).
extension Situation {
  /// An entry that a camera reports later begins a stay, unless a later arrival or stay of the
  /// vehicle is known, which it then joins.
  func remembering(entry read: Read) -> Decision {
    guard let key = read.plate.key else { return remembering(plateless: read) }
    let category = Category(of: registrations, at: read.time)
    var arrival = arrival(of: read, category: category, state: .history)
    if isTooOld(read) { return recordedForReview(arrival, read) }
    if isOld(read) {
      arrival.stayID = open?.stayID ?? last?.stayID
      return recorded(arrival, [.insertArrival(arrival)], read)
    }
    let begun = beginning(
      plate: read.plate, key: key, license: arrival.license, category: category,
      arrivalID: arrival.arrivalID, at: read.time, picture: read.picture,
      vehicleClass: read.vehicleClass)
    arrival.enter(begun.stay, at: read.time)
    // Nobody of ours opened: a live read that follows is decided by the park's policy.
    arrival.releasedAt = nil
    var actions = begun.actions + [.insertArrival(arrival)]
    if category == .blacklisted {
      actions.append(
        .review(
          .blacklistedInside, stayID: begun.stay.stayID, arrivalID: arrival.arrivalID, detail: ""))
    }
    return recorded(arrival, actions, read)
  }

  /// An exit that a camera reports later closes the stay unpaid, onto the review list.
  func remembering(exit read: Read) -> Decision {
    guard read.plate.key != nil else { return remembering(plateless: read) }
    var arrival = arrival(of: read, category: .temporary, state: .history)
    arrival.leaveTime = read.time
    if isTooOld(read) { return recordedForReview(arrival, read) }
    guard let open, !isOld(read) else {
      arrival.stayID = self.open?.stayID ?? last?.stayID
      let unknown = self.open == nil && !isOld(read)
      let review = Action.review(
        .noEntry, stayID: nil, arrivalID: arrival.arrivalID, detail: arrival.license)
      return recorded(arrival, [.insertArrival(arrival)] + (unknown ? [review] : []), read)
    }
    let leave = max(read.time, open.enterTime ?? read.time)
    let fee = fee(of: open, to: leave)
    let finished = FinishedStay.unpaid(
      open, outcome: .left, to: leave, booth: boothID, fee: fee)
    arrival.leave(
      open, at: read.time, leaveTime: leave, status: finished.payStatus, coupon: fee.coupon)
    let settling = open.settlement.map { [Action.supersede(arrivalID: $0.arrivalID)] } ?? []
    let actions: [Action] = [
      .finishStay(finished), .insertArrival(arrival),
      .review(
        .replayedExit, stayID: open.stayID, arrivalID: arrival.arrivalID, detail: fee.inWords),
    ]
    return recorded(arrival, settling + actions, read)
  }

  /// A later arrival or stay of the vehicle is known.
  private func isOld(_ read: Read) -> Bool {
    if let knownUntil, knownUntil >= read.time { return true }
    if let again = continued(by: read), again.stayID != nil { return true }
    if let enterTime = open?.enterTime, enterTime >= read.time { return true }
    return false
  }

  /// So long ago that the camera's clock is as likely as the event.
  private func isTooOld(_ read: Read) -> Bool {
    read.time < now.advanced(bySeconds: -GateRules.oldestReplay)
  }

  /// A person decides what is to become of it; it begins and ends no stay.
  private func recordedForReview(_ arrival: Arrival, _ read: Read) -> Decision {
    let review = Action.review(
      .oldReplay, stayID: open?.stayID, arrivalID: arrival.arrivalID,
      detail: "\(park.timeZone.civil(of: read.time))")
    return recorded(arrival, [.insertArrival(arrival), review], read)
  }

  private func remembering(plateless read: Read) -> Decision {
    let arrival = arrival(of: read, category: .temporary, state: .history)
    let review = Action.review(
      .platelessHistory, stayID: nil, arrivalID: arrival.arrivalID, detail: "")
    return recorded(arrival, [.insertArrival(arrival), review], read)
  }

  private func recorded(_ arrival: Arrival, _ actions: [Action], _ read: Read) -> Decision {
    let reply = GateReply(
      opens: false, stayID: arrival.stayID, category: arrival.category, display: Display.history)
    return Decision(
      reply: reply, arrivalID: arrival.arrivalID,
      actions: actions + oddities(of: read, arrival: arrival))
  }
}
