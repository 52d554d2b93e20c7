/// `enter/correct`: an attendant corrects the plate of a vehicle that waits at an entry.
public struct CorrectionPress: Sendable, Equatable {
  /// The waiting arrival.
  public let arrivalID: Int64
  /// The plate as it should be.
  public let plate: Plate

  /// Made of its parts.
  public init(arrivalID: Int64, plate: Plate) {
    self.arrivalID = arrivalID
    self.plate = plate
  }
}

extension Situation {
  /// What a correction changes: the plate, and with it the category; the vehicle goes on waiting,
  /// unless the right plate is blacklisted. The audit trail keeps the plate as it was.
  ///
  /// `named` is the arrival that the press names, if it stands at this booth.
  public func correcting(
    _ press: CorrectionPress, named: Arrival?
  ) throws(Refusal) -> [Action] {
    guard let key = press.plate.key, press.plate.kind.isValid else {
      throw .invalidPlate(PlateError(refusing: press.plate))
    }
    guard var arrival = named else { throw .notWaiting }
    let isDone = arrival.plate == key && !arrival.needsRegistration
    guard arrival.isWaiting(at: now) else {
      // The same press again finds a vehicle that is blacklisted and therefore waits no longer.
      if isDone, arrival.state == .refused { return [] }
      throw .notWaiting
    }
    if isDone { return [] }
    let before = arrival.license
    arrival.plate = key
    arrival.license = key
    arrival.isTyped = true
    arrival.needsRegistration = false
    arrival.category = Category(of: registrations, at: now)
    arrival.press("correct \(key)", at: now)
    if arrival.category == .blacklisted {
      arrival.end(as: .refused)
    } else {
      arrival.wait(from: now)
    }
    return [
      .updateArrival(arrival),
      .audit(
        .correct, stayID: nil, arrivalID: arrival.arrivalID, detail: "\(before) → \(key)"),
    ]
  }
}
