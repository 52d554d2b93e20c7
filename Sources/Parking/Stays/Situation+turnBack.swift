/// A vehicle turns back at a barrier (rule 12).
extension Situation {
  /// At an entry it voids a stay that never passed the barrier; at an exit it ends the settling.
  public func turningBack(_ read: Read) -> Decision {
    guard let arrival = turned(by: read) else {
      let reply = GateReply(
        opens: false, stayID: nil, category: .temporary, display: Display.history)
      return Decision(reply: reply, arrivalID: nil, actions: [])
    }
    let reply = GateReply(
      opens: false, stayID: arrival.stayID, category: arrival.category, display: Display.history)
    return Decision(
      reply: reply, arrivalID: arrival.arrivalID, actions: ending(arrival))
  }

  /// An attendant says that a vehicle turned back; saying it again changes nothing. `open` is the
  /// stay of the arrival that is named, else of the newest at the barrier.
  public func cancelling(_ press: CancelPress, named: Arrival?) throws(Refusal) -> [Action] {
    guard let arrival = press.arrivalID == nil ? current : named else { throw .cannotTurnBack }
    switch arrival.state {
    case .turnedBack: return []
    case .waiting, .refused: break
    case .settling:
      guard open?.settlement?.arrivalID == arrival.arrivalID else { throw .cannotTurnBack }
    case .entered:
      // Seen elsewhere since, it has passed.
      guard open?.enterArrivalID == arrival.arrivalID, last?.arrivalID == arrival.arrivalID,
        now <= arrival.lastReadAt.advanced(bySeconds: GateRules.waiting)
      else { throw .cannotTurnBack }
    case .left, .passed, .history: throw .cannotTurnBack
    }
    return ending(arrival) + [
      .audit(
        .cancel, stayID: arrival.stayID, arrivalID: arrival.arrivalID, detail: press.reason)
    ]
  }

  /// What ends with an arrival that turns back.
  private func ending(_ turned: Arrival) -> [Action] {
    var arrival = turned
    var actions: [Action] = [.cancelOpenings(of: arrival)]
    if let open, open.enterArrivalID == arrival.arrivalID, arrival.state == .entered {
      actions.append(voiding(open, at: open.enterTime ?? now))
    } else if var open, let settlement = open.settlement,
      settlement.arrivalID == arrival.arrivalID
    {
      open.settlement = nil
      // One without an entry is no stay yet: the next read begins it anew.
      actions.append(
        open.enterTime == nil
          ? voiding(open, at: settlement.leaveTime) : .updateStay(open))
    }
    if arrival.state != .left { arrival.end(as: .turnedBack) }
    arrival.needsRegistration = false
    return actions + [.updateArrival(arrival)]
  }

  private func voiding(_ stay: OpenStay, at time: Instant) -> Action {
    let fee = Fee.known(total: .zero, coupon: .zero, quote: "{}")
    return .finishStay(.unpaid(stay, outcome: .void, to: time, booth: boothID, fee: fee))
  }

  /// The arrival that the turn-back ends: the vehicle's own here, or whatever plateless one waits.
  private func turned(by read: Read) -> Arrival? {
    if read.plate.key == nil {
      return current.flatMap { $0.plate == nil && $0.state == .waiting ? $0 : nil }
    }
    guard let last, last.boothID == boothID, last.state != .history,
      read.liveness != .replay || read.time >= last.lastReadAt,
      read.time <= last.lastReadAt.advanced(bySeconds: GateRules.waiting)
    else { return nil }
    return last
  }
}
