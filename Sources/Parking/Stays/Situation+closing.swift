extension Situation {
  /// A supervisor says that a vehicle is no longer inside: its stay ends as unresolved, unpaid, with
  /// its fee to now (rule 5).
  public func closing(_ stayID: Int64) throws(Refusal) -> [Action] {
    guard let open, open.stayID == stayID else { throw .unknownStay }
    let fee = fee(of: open, to: now)
    let settling = open.settlement.map { [Action.supersede(arrivalID: $0.arrivalID)] } ?? []
    return settling + [
      .finishStay(
        .unpaid(
          open, outcome: .unresolved, to: max(now, open.enterTime ?? now), booth: nil, fee: fee))
    ]
  }
}
