/// What time alone brings onto the review list.
extension OpenStay {
  /// A vehicle whose entry nobody knows stood at an exit, and nobody decided in time: it is gone, or
  /// it was read again under its own plate. Kept as unresolved; nothing is settled silently.
  public func abandonment(at now: Instant) -> [Action] {
    guard enterTime == nil else { return [] }
    if let settlement, now < settlement.until.advanced(bySeconds: GateRules.abandoned) { return [] }
    let fee = Fee.known(total: .zero, coupon: .zero, quote: "{}")
    let finished = FinishedStay.unpaid(
      self, outcome: .unresolved, to: settlement?.leaveTime ?? now, booth: nil, fee: fee)
    let settling = settlement.map { [Action.supersede(arrivalID: $0.arrivalID)] } ?? []
    return settling + [
      .finishStay(finished),
      .review(
        .abandoned, stayID: stayID, arrivalID: settlement?.arrivalID, detail: license),
    ]
  }
}
