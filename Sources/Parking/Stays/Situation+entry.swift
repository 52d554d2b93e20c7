/// Decisions about reads at an entry booth (rules 1 to 5 of "A vehicle's way through").
extension Situation {
  /// What a read at an entry booth leads to.
  public func entering(_ read: Read) -> Decision {
    if read.liveness == .replay { return remembering(entry: read) }
    guard let key = read.plate.key else { return registering(read) }
    return deciding(read, key: key, again: continued(by: read))
  }

  /// Plateless or unreadable: the barrier stays shut, and the attendant types a plate (rule 3).
  private func registering(_ read: Read) -> Decision {
    var arrival = arrival(of: read, category: .temporary, state: .waiting)
    arrival.wait(from: now)
    arrival.needsRegistration = true
    return shut(arrival, isNew: true, display: Display.register, read: read)
  }

  /// Each read of an arrival is decided afresh, so a car that stalls after its release is let
  /// through again (rule 1).
  private func deciding(_ read: Read, key: String, again arrival: Arrival?) -> Decision {
    var arrival = arrival
    if arrival?.state == .entered {
      if let open, let entered = arrival, open.stayID == entered.stayID,
        open.category != .blacklisted,
        entered.releasedAt != nil || reasonToWait(read, open.category) == nil
      {
        return admittingAgain(entered, stay: open, read)
      }
      arrival = nil
    }
    let category = Category(of: registrations, at: read.time)
    var next = arrival ?? self.arrival(of: read, category: category, state: .passed)
    next.read(at: read.time)
    next.category = category
    if let display = reasonToWait(read, category) {
      if category == .blacklisted { next.end(as: .refused) } else { next.wait(from: now) }
      return shut(next, isNew: arrival == nil, display: display, read: read)
    }
    let begun = beginning(
      plate: read.plate, key: key, license: next.license, category: category,
      arrivalID: next.arrivalID, at: read.time, picture: next.picture,
      vehicleClass: read.vehicleClass)
    next.enter(begun.stay, at: now)
    return opened(
      next, isNew: arrival == nil, stay: begun.stay, actions: begun.actions, read)
  }

  private func admittingAgain(_ arrival: Arrival, stay: OpenStay, _ read: Read) -> Decision {
    var arrival = arrival
    arrival.read(at: read.time)
    guard read.liveness == .live else {
      return shut(arrival, isNew: false, display: Display.wait, read: read)
    }
    if arrival.releasedAt == nil { arrival.releasedAt = now }
    return opened(arrival, isNew: false, stay: stay, actions: [], read)
  }

  /// Why the barrier stays shut, as the display says it; nil if it opens.
  private func reasonToWait(_ read: Read, _ category: Category) -> String? {
    if category == .blacklisted { return Display.refused }
    if read.liveness == .uncertain { return Display.wait }
    guard category == .temporary, !isLeased(at: read.time) else { return nil }
    // A park whose vehicles nobody counted is taken for full.
    let others = (inside ?? .max) - (open?.enterTime == nil ? 0 : 1)
    if others >= park.places { return Display.full }
    return park.temporaryEntry == .wait ? Display.wait : nil
  }

  private func shut(
    _ arrival: Arrival, isNew: Bool, display: String, read: Read
  ) -> Decision {
    var actions = superseding(arrival.arrivalID) + endingSettlement()
    actions.append(isNew ? .insertArrival(arrival) : .updateArrival(arrival))
    actions.append(.makeCurrent(arrivalID: arrival.arrivalID))
    actions += oddities(of: read, arrival: arrival)
    let reply = GateReply(
      opens: false, stayID: arrival.stayID, category: arrival.category, display: display)
    return Decision(reply: reply, arrivalID: arrival.arrivalID, actions: actions)
  }

  /// A vehicle that is read at an entry stands at an exit no longer (rule 6).
  private func endingSettlement() -> [Action] {
    guard var open, let settlement = open.settlement else { return [] }
    open.settlement = nil
    return [.supersede(arrivalID: settlement.arrivalID), .updateStay(open)]
  }

  private func opened(
    _ arrival: Arrival, isNew: Bool, stay: OpenStay, actions: [Action], _ read: Read
  ) -> Decision {
    let display = Display.welcome(stay.license, stay.category, isLeased: isLeased(at: now))
    let written: Action = isNew ? .insertArrival(arrival) : .updateArrival(arrival)
    let opening = Opening(arrivalID: arrival.arrivalID, cause: .read, display: display)
    let reply = GateReply(
      opens: true, stayID: stay.stayID, category: stay.category, display: display)
    return Decision(
      reply: reply, arrivalID: arrival.arrivalID,
      actions: superseding(arrival.arrivalID) + actions
        + [written, .makeCurrent(arrivalID: arrival.arrivalID)]
        + (isNew ? [] : [.cancelOpenings(of: arrival)]) + [.open(opening)]
        + (isNew ? doubts(about: read, arrival: arrival) : []))
  }

  /// A barrier that opens by a plate of which the camera was not sure.
  func doubts(about read: Read, arrival: Arrival) -> [Action] {
    guard read.isDoubtful else { return [] }
    return [
      .review(
        .lowConfidence, stayID: arrival.stayID, arrivalID: arrival.arrivalID,
        detail: "\((read.confidence ?? 0) / 10)%")
    ]
  }

  /// What a read shows besides its plate that a person has to know.
  func oddities(of read: Read, arrival: Arrival) -> [Action] {
    var actions: [Action] = []
    if read.liveness == .uncertain {
      actions.append(
        .review(.clock, stayID: arrival.stayID, arrivalID: arrival.arrivalID, detail: ""))
    }
    if read.isOpenedByDevice {
      actions.append(
        .review(
          .openedByDevice, stayID: arrival.stayID, arrivalID: arrival.arrivalID, detail: ""))
    }
    return actions
  }
}
