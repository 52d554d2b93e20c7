/// `leave/permit-through`: an attendant lets a vehicle out.
public struct ExitPress: Sendable, Equatable {
  /// Paid, or released by hand without payment.
  public enum Release: Sendable, Equatable {
    /// The terminal's figures, which must be ours.
    case paid(total: Money, coupon: Money, method: PayMethod)
    case manual(reason: String)
  }

  /// The stay's number.
  public let stayID: Int64
  /// How it is let out.
  public let release: Release

  /// Made of its parts.
  public init(stayID: Int64, release: Release) {
    self.stayID = stayID
    self.release = release
  }

  /// What makes two presses the same.
  var text: String {
    switch release {
    case .paid(let total, let coupon, let method):
      "paid \(total.fen) \(coupon.fen) \(method.rawValue)"
    case .manual: "manual"
    }
  }
}

extension Situation {
  /// What an exit press changes (rules 9 and 10). `last` is the newest arrival that belongs to the
  /// stay, at this booth if it has one here.
  public func permittingExit(_ press: ExitPress) throws(Refusal) -> [Action] {
    if let open, open.stayID == press.stayID {
      guard let settlement = open.settlement(at: boothID, now: now), let last,
        last.arrivalID == settlement.arrivalID
      else { throw .notSettling }
      return try releasing(open, settlement, last, press)
    }
    guard let last, last.stayID == press.stayID else { throw .unknownStay }
    return try openingAgain(last, press)
  }

  private func releasing(
    _ stay: OpenStay, _ settlement: Settlement, _ arrival: Arrival, _ press: ExitPress
  ) throws(Refusal) -> [Action] {
    var actions: [Action] = []
    let finished: FinishedStay
    switch press.release {
    case .paid(let total, let coupon, let method):
      let due = try due(of: stay, settlement, total: total, coupon: coupon)
      finished = .settled(stay, at: settlement, due: due)
      if due > .zero { actions = [.book(stayID: stay.stayID, amount: due, method: method)] }
    case .manual(let reason):
      finished = .unpaid(
        stay, outcome: .left, to: settlement.leaveTime, booth: boothID, fee: settlement.fee,
        isManual: true, reason: reason)
      actions = [
        .review(
          stay.enterTime == nil ? .noEntry : .manualRelease, stayID: stay.stayID,
          arrivalID: arrival.arrivalID, detail: settlement.fee.inWords)
      ]
    }
    return [.finishStay(finished)] + actions + released(arrival, finished, press)
  }

  private func released(
    _ arrival: Arrival, _ finished: FinishedStay, _ press: ExitPress
  ) -> [Action] {
    var arrival = arrival
    arrival.leave(
      finished.stay, at: now, leaveTime: finished.leaveTime, status: finished.payStatus,
      coupon: finished.isManual ? .zero : finished.fee.coupon)
    arrival.isManual = finished.isManual
    arrival.press(press.text, at: now)
    return [
      .updateArrival(arrival),
      .open(
        Opening(arrivalID: arrival.arrivalID, cause: .press, display: Display.farewell)),
      .audit(
        .leave, stayID: finished.stay.stayID, arrivalID: arrival.arrivalID,
        detail: finished.isManual ? "manual \(finished.reason)" : press.text),
    ]
  }

  /// What is to be paid, if the terminal's figures are ours.
  private func due(
    of stay: OpenStay, _ settlement: Settlement, total: Money, coupon: Money
  ) throws(Refusal) -> Money {
    guard stay.enterTime != nil else { throw .manualOnly(reason: "没有入场记录") }
    switch settlement.fee {
    case .unknown(let reason):
      throw .manualOnly(reason: reason)
    case .known(let ourTotal, let ourCoupon, _):
      guard (total, coupon) == (ourTotal, ourCoupon) else {
        throw .amountDiffers(total: ourTotal, coupon: ourCoupon)
      }
      return total - coupon
    }
  }

  /// The same press at the same booth: nothing within 3 seconds, the barrier once more within
  /// 5 minutes, else an error.
  private func openingAgain(_ arrival: Arrival, _ press: ExitPress) throws(Refusal) -> [Action] {
    guard arrival.wasLetOut, arrival.boothID == boothID, arrival.mayOpenAgain(at: now),
      arrival.press == nil || arrival.press == press.text
    else { throw .alreadyReleased }
    if arrival.isSamePress(press.text, at: now) { return [] }
    var arrival = arrival
    // No sight of the vehicle, which may have entered again since.
    arrival.pressedAt = now
    arrival.press = press.text
    return openingAgain(arrival, display: Display.farewell)
  }
}
