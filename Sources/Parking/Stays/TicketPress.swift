/// `enter/permit-through` with `ticket` 1: a vehicle without a plate is let in by a ticket.
public struct TicketPress: Sendable, Equatable {
  /// What makes two presses the same.
  static let text = "ticket"

  /// Names the waiting arrival; nil is the newest at the booth's barrier.
  public let arrivalID: Int64?

  /// A press for that arrival.
  public init(arrivalID: Int64?) {
    self.arrivalID = arrivalID
  }
}

/// What an entry by ticket gives.
public struct TicketEntry: Sendable, Equatable {
  /// For the driver, who leaves by it.
  public let ticket: Ticket
  /// The stay's number.
  public let stayID: Int64
}

extension Situation {
  /// Lets the waiting vehicle without a plate in: its stay has a ticket of its own for a key, which
  /// no read and no other vehicle ever matches. `named` is the arrival that the press names, if it
  /// stands at this booth.
  public func admittingByTicket(
    _ press: TicketPress, named: Arrival?
  ) throws(Refusal) -> (entry: TicketEntry, actions: [Action]) {
    guard var arrival = press.arrivalID == nil ? current : named else { throw .notWaiting }
    if let again = admittingAgain(arrival) { return again }
    guard arrival.isWaiting(at: now), arrival.needsRegistration else { throw .notWaiting }
    let ticket = Ticket(stayID: newStayID)
    let stay = OpenStay(
      stayID: newStayID, plate: ticket.key, license: ticket.key, kind: .plateless,
      category: .temporary, enterTime: now, enterBoothID: boothID,
      enterArrivalID: arrival.arrivalID, enterPicture: arrival.picture,
      tariffVersionID: tariffVersionID)
    if !arrival.license.isEmpty { arrival.readLicense = arrival.license }
    arrival.plate = ticket.key
    arrival.license = ticket.key
    arrival.isTyped = true
    arrival.enter(stay, at: now)
    arrival.press(TicketPress.text, at: now)
    let display = Display.welcome(ticket.key, .temporary)
    return (
      TicketEntry(ticket: ticket, stayID: stay.stayID),
      superseding(arrival.arrivalID) + [
        .beginStay(stay), .updateArrival(arrival), .makeCurrent(arrivalID: arrival.arrivalID),
        .open(Opening(arrivalID: arrival.arrivalID, cause: .press, display: display)),
        .audit(
          .enter, stayID: stay.stayID, arrivalID: arrival.arrivalID,
          detail: "ticket \(ticket.number)"),
      ]
    )
  }

  /// The same press again: nothing within 3 seconds, the barrier once more within 5 minutes.
  private func admittingAgain(
    _ entered: Arrival
  ) -> (entry: TicketEntry, actions: [Action])? {
    guard entered.isEnteredByTicket, entered.mayOpenAgain(at: now), let stayID = entered.stayID,
      let ticket = entered.plate.flatMap(Ticket.init(reading:)), open?.stayID == stayID
    else { return nil }
    let entry = TicketEntry(ticket: ticket, stayID: stayID)
    if entered.isSamePress(TicketPress.text, at: now) { return (entry, []) }
    var arrival = entered
    arrival.press(TicketPress.text, at: now)
    return (entry, openingAgain(arrival, display: Display.welcome(ticket.key, .temporary)))
  }
}

extension Arrival {
  /// Whether its stay began by a ticket: then it is asked for by that key.
  public var isEnteredByTicket: Bool { state == .entered && press == TicketPress.text }
}
