/// A vehicle turns back at a barrier (rule 12).
extension Situation {
  /// At an entry it voids a stay that never passed the barrier; at an exit it ends the settling.
  public func turningBack(_ read: Read) -> Decision {
    let arrival = turned(by: read)
    guard var arrival else {
      let reply = GateReply(
        opens: false, stayID: nil, category: .temporary, display: Display.history)
      return Decision(reply: reply, arrivalID: nil, actions: [])
    }
    var actions: [Action] = [.cancelOpenings(arrivalID: arrival.arrivalID)]
    if let open, open.enterArrivalID == arrival.arrivalID, arrival.state == .entered {
      let fee = Fee.known(total: .zero, coupon: .zero, quote: "{}")
      actions.append(
        .finishStay(
          .unpaid(
            open, outcome: .void, to: open.enterTime ?? now, booth: boothID, fee: fee)))
    } else if var open, open.settlement?.arrivalID == arrival.arrivalID {
      open.settlement = nil
      actions.append(.updateStay(open))
    }
    if arrival.state != .left { arrival.end(as: .turnedBack) }
    actions.append(.updateArrival(arrival))
    let reply = GateReply(
      opens: false, stayID: arrival.stayID, category: arrival.category, display: Display.history)
    return Decision(reply: reply, arrivalID: arrival.arrivalID, actions: actions)
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
