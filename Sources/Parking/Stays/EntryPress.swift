/// `enter/permit-through`: an attendant lets a vehicle in.
public struct EntryPress: Sendable, Equatable {
  /// The plate as the terminal sent it.
  public let plate: Plate
  /// What the terminal holds the vehicle for; the registry decides, a difference is audited.
  public let category: Category?
  /// Names the waiting arrival that the plate belongs to.
  public let arrivalID: Int64?

  /// Made of its parts.
  public init(plate: Plate, category: Category?, arrivalID: Int64?) {
    self.plate = plate
    self.category = category
    self.arrivalID = arrivalID
  }

  /// What makes two presses the same.
  var text: String { "enter \(plate.raw) \(arrivalID.map(String.init) ?? "")" }
}

extension Situation {
  /// What an entry press changes (rules 4, 5 and 10).
  ///
  /// `named` is the arrival that the press names, if it stands at this booth.
  public func permittingEntry(
    _ press: EntryPress, named: Arrival?
  ) throws(Refusal) -> [Action] {
    if let again = openingAgain(press) { return again }
    let target = try target(of: press, named: named)
    let category = Category(of: registrations, at: now)
    guard category != .blacklisted else { throw .blacklisted }
    guard let key = press.plate.key else {
      throw .invalidPlate(PlateError(reason: .plateless))
    }
    let read = Read(plate: press.plate, time: now, isTyped: true)
    var arrival = target ?? arrival(of: read, category: category, state: .passed)
    arrival.isTyped = arrival.isTyped || arrival.plate != key
    arrival.plate = key
    arrival.license = key
    let begun = beginning(
      plate: press.plate, key: key, license: key, category: category,
      arrivalID: arrival.arrivalID, at: now, picture: arrival.picture,
      vehicleClass: read.vehicleClass)
    arrival.enter(begun.stay, at: now)
    arrival.press(press.text, at: now)
    let display = Display.welcome(key, category)
    return superseding(arrival.arrivalID) + begun.actions + [
      target == nil ? .insertArrival(arrival) : .updateArrival(arrival),
      .makeCurrent(arrivalID: arrival.arrivalID),
      .open(Opening(arrivalID: arrival.arrivalID, cause: .press, display: display)),
      .audit(
        .enter, stayID: begun.stay.stayID, arrivalID: arrival.arrivalID,
        detail: press.difference(from: category)),
    ] + (arrival.isTyped ? [.keepTyped(press.plate, arrivalID: arrival.arrivalID)] : [])
  }

  /// The same vehicle pressed again at this booth: nothing within 3 seconds, the barrier once more
  /// within 5 minutes, nil if it is a new entry.
  private func openingAgain(_ press: EntryPress) -> [Action]? {
    guard var last, last.boothID == boothID, last.state == .entered, let open,
      open.stayID == last.stayID, open.category != .blacklisted, last.mayOpenAgain(at: now),
      press.arrivalID == nil || press.arrivalID == last.arrivalID
    else { return nil }
    if let pressedAt = last.pressedAt, now.seconds(since: pressedAt) < GateRules.samePress {
      return []
    }
    last.press(press.text, at: now)
    return openingAgain(last, display: Display.welcome(open.license, open.category))
  }

  /// The barrier opens once more; if that happens often, somebody has to look at it.
  func openingAgain(_ arrival: Arrival, display: String) -> [Action] {
    let often = Action.review(
      .openedAgain, stayID: arrival.stayID, arrivalID: arrival.arrivalID,
      detail: "\(GateRules.oftenOpened) 次")
    return [
      .updateArrival(arrival),
      .open(Opening(arrivalID: arrival.arrivalID, cause: .repeat, display: display)),
    ] + (timesOpenedAgain + 1 == GateRules.oftenOpened ? [often] : [])
  }

  /// The waiting vehicle that the press lets in, or nil when the plate is typed for another one.
  private func target(of press: EntryPress, named: Arrival?) throws(Refusal) -> Arrival? {
    if press.arrivalID != nil {
      guard let named, named.isWaiting(at: now) else { throw .notWaiting }
      return try valid(press, for: named)
    }
    if let current, current.isWaiting(at: now),
      current.needsRegistration || current.plate == press.plate.key
    {
      return try valid(press, for: current)
    }
    return try valid(press, for: nil)
  }

  /// A plate that no camera read must be a valid one.
  private func valid(
    _ press: EntryPress, for arrival: Arrival?
  ) throws(Refusal) -> Arrival? {
    if let key = press.plate.key, key == arrival?.plate { return arrival }
    do {
      _ = try Plate.validated(press.plate.raw)
    } catch {
      throw .invalidPlate(error)
    }
    return arrival
  }
}

extension EntryPress {
  /// For the audit trail: the terminal's category where the registry says another.
  fileprivate func difference(from registered: Category) -> String {
    guard let category, category != registered else { return "" }
    return "car_fee_type \(category.rawValue), registered \(registered.rawValue)"
  }
}
