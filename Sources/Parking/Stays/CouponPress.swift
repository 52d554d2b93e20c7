/// `fee/coupon`: minutes taken off a stay that settles at a booth (rule 8).
public struct CouponPress: Sendable, Equatable {
  /// The stay's number.
  public let stayID: Int64
  /// 0 to 1440; 0 removes the coupon.
  public let minutes: Int

  /// Made of its parts.
  public init(stayID: Int64, minutes: Int) {
    self.stayID = stayID
    self.minutes = minutes
  }
}

extension Situation {
  /// What the coupon takes off, and what it changes: nothing if the minutes are the same again.
  public func applying(
    _ press: CouponPress
  ) throws(Refusal) -> (coupon: Money, actions: [Action]) {
    guard var stay = open, stay.stayID == press.stayID else {
      throw last?.stayID == press.stayID ? .alreadyReleased : .unknownStay
    }
    guard let settlement = stay.settlement(at: boothID, now: now) else { throw .notSettling }
    guard stay.enterTime != nil else { throw .manualOnly(reason: "没有入场记录") }
    if case .unknown(let reason) = settlement.fee { throw .manualOnly(reason: reason) }
    if stay.couponMinutes == press.minutes { return (settlement.fee.coupon, []) }
    stay.couponMinutes = press.minutes
    let fee = try repriced(stay, settlement)
    stay.settlement?.fee = fee
    return (
      fee.coupon,
      [
        .updateStay(stay),
        .audit(
          .coupon, stayID: stay.stayID, arrivalID: settlement.arrivalID,
          detail: "\(press.minutes) min, \(fee.coupon.fen) fen"),
      ]
    )
  }

  /// The fee at the same instant with other coupon minutes, from what the quote was fixed on: a lease
  /// or a card that came or went since counts from the next quote.
  private func repriced(_ stay: OpenStay, _ settlement: Settlement) throws(Refusal) -> Fee {
    var facts: StayFacts?
    if case .known(_, _, let quote) = settlement.fee {
      facts = (try? KeptInputs(json: quote))?.facts
      facts?.entrance = stay.enterBoothID
    }
    switch (settlement.fee, fee(of: stay, to: settlement.leaveTime, on: facts)) {
    case (.known(let total, _, let quote), .known(_, let coupon, _)):
      return .known(total: total, coupon: min(coupon, total), quote: quote)
    case (_, .unknown(let reason)), (.unknown(let reason), _):
      throw .manualOnly(reason: reason)
    }
  }
}
