import Parking

extension GateModel {
  /// The vehicle that a text read at an exit is known to be, since an attendant said so.
  func meant(by text: String, at boothID: String) -> String {
    guard let front = exitFronts[boothID], let sight = sights[front], sight.boothID == boothID,
      sight.readAs == text, now - sight.lastRead <= 300
    else { return text }
    switch sight.phase {
    case .settling, .left: return front
    default: return text
    }
  }

  /// What stands at an exit without a known entry.
  private func unmatched(at boothID: String) -> String? {
    guard let front = exitFronts[boothID], let stay = stays[front], stay.enter == nil,
      stay.quote?.boothID == boothID
    else { return nil }
    return front
  }

  /// `leave/capture`, of a plate or a ticket.
  mutating func typed(_ plate: String, at boothID: String) -> Outcome {
    let replaced = unmatched(at: boothID)
    let before = continued(plate, at: boothID, now)
    if plate.hasPrefix("无牌"), stays[plate] == nil {
      guard case .left(let number) = before?.phase, departures[number]?.isLetOut ?? false else {
        return .refused
      }
    }
    let opens = leaves(plate, at: boothID, isCertain: true)
    if let replaced, replaced != plate {
      stays[replaced] = nil
      sights[replaced]?.phase = .passed
      if !continues(before, as: sights[plate]) { sights[plate]?.readAs = replaced }
    }
    return .done(opens: opens ? 1 : 0)
  }

  /// Whether a sight is the same arrival as the one before it.
  private func continues(_ before: Sight?, as sight: Sight?) -> Bool {
    guard let before, let sight else { return false }
    switch (before.phase, sight.phase) {
    case (.settling(let first), .settling(let second)), (.left(let first), .left(let second)),
      (.settling(let first), .left(let second)):
      return first == second
    default: return false
    }
  }

  /// `leave/confirm`
  mutating func match(_ plate: String, stay number: Int, at boothID: String) -> Outcome {
    let press = "match \(number)"
    if let again = matchedBefore(press, plate, number, at: boothID) { return again }
    guard var stay = stays[plate], stay.number == number, stay.enter != nil,
      let misread = unmatched(at: boothID), let placeholder = stays[misread]?.quote,
      now < placeholder.until
    else { return .refused }
    if let quote = stay.quote, quote.boothID != boothID, now < quote.until { return .refused }
    stays[misread] = nil
    sights[misread] = beforeStanding[misread] ?? nil
    if stay.quote?.boothID != boothID || now >= stay.quote?.until ?? now {
      stay.quote = quote(stay, at: boothID)
    }
    stays[plate] = stay
    var sight = Sight(boothID: boothID, lastRead: now, phase: .settling(stay: number))
    sight.readAs = misread
    exitFronts[boothID] = plate
    known[plate] = now
    let isFree = stay.quote.map { $0.total == $0.coupon } ?? false
    if isFree {
      stays[plate] = nil
      sight.phase = .left(stay: number)
      sight.releasedAt = now
      departures[number] = Departure(
        boothID: boothID, releasedAt: now, isLetOut: true, press: press, pressedAt: now)
    }
    sights[plate] = sight
    return .done(opens: isFree ? 1 : 0)
  }

  /// The same choice again, of what stands there still or was let out there.
  private mutating func matchedBefore(
    _ press: String, _ plate: String, _ number: Int, at boothID: String
  ) -> Outcome? {
    guard let front = exitFronts[boothID], let sight = sights[front] else { return nil }
    if sight.boothID == boothID {
      guard sight.readAs != nil, sight.phase.stay == number else { return nil }
      if let quote = stays[front]?.quote, stays[front]?.number == number,
        quote.boothID == boothID, now < quote.until
      {
        return .done(opens: 0)
      }
    }
    guard stays[plate]?.number != number, front == plate, let departure = departures[number],
      departure.boothID == boothID, departure.press == press, now - departure.releasedAt <= 300
    else { return nil }
    if let pressed = departure.pressedAt, now - pressed < 3 { return .done(opens: 0) }
    departures[number]?.pressedAt = now
    return .done(opens: 1)
  }

  /// `enter/permit-through` with `ticket` 1: the ticket's key is the world's to give.
  mutating func letInByTicket(_ key: String?, at boothID: String) -> Outcome {
    if let front = fronts[boothID], front.hasPrefix("无牌"), var sight = sights[front],
      sight.boothID == boothID, case .entered(let number) = sight.phase,
      stays[front]?.number == number, let released = sight.releasedAt, now - released <= 300
    {
      if let pressed = sight.pressedAt, now - pressed < 3 { return .done(opens: 0) }
      sight.pressedAt = now
      sight.lastRead = now
      sights[front] = sight
      known[front] = now
      return .done(opens: 1)
    }
    guard fronts[boothID] == "", registering[boothID].map({ now < $0 }) ?? false, let key else {
      return .refused
    }
    registering[boothID] = nil
    fronts[boothID] = key
    let number = begin(key, at: now, isTemporary: true)
    sights[key] = Sight(
      boothID: boothID, lastRead: now, phase: .entered(stay: number), releasedAt: now,
      pressedAt: now)
    known[key] = now
    return .done(opens: 1)
  }

  /// `enter/cancel` and `leave/cancel`, of the newest vehicle at the booth.
  mutating func cancel(at boothID: String) -> Outcome {
    let fronts = boothID.hasPrefix("in") ? fronts : exitFronts
    guard let front = fronts[boothID] else { return .refused }
    if front.isEmpty {
      registering[boothID] = nil
      return .done(opens: 0)
    }
    guard let sight = sights[front], sight.boothID == boothID else { return .refused }
    switch sight.phase {
    case .turnedBack: return .done(opens: 0)
    case .waiting, .refused: break
    case .entered(let number):
      guard stays[front]?.number == number, now - sight.lastRead <= 600 else { return .refused }
      stays[front] = nil
      voided += 1
    case .settling(let number):
      guard stays[front]?.number == number, stays[front]?.quote?.boothID == boothID else {
        return .refused
      }
      stays[front]?.quote = nil
      if stays[front]?.enter == nil {
        stays[front] = nil
        voided += 1
      }
    case .left, .passed: return .refused
    }
    sights[front]?.phase = .turnedBack
    return .done(opens: 0)
  }
}

extension GateModel.Sight.Phase {
  /// The stay that it concerns.
  var stay: Int? {
    switch self {
    case .entered(let stay), .settling(let stay), .left(let stay): stay
    case .waiting, .refused, .passed, .turnedBack: nil
    }
  }
}
