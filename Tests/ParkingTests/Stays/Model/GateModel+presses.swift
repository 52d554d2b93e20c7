import Parking

extension GateModel {
  /// What a press does.
  enum Outcome: Equatable {
    case refused
    /// The barrier opens so often: 0 or 1.
    case done(opens: Int)
  }

  /// `enter/permit-through` of a valid plate.
  mutating func letIn(_ plate: String, at boothID: String) -> Outcome {
    if var sight = sights[plate], sight.boothID == boothID,
      case .entered(let number) = sight.phase, let stay = stays[plate], stay.number == number,
      !stay.isBanned, let released = sight.releasedAt, now - released <= 300
    {
      if let pressed = sight.pressedAt, now - pressed < 3 { return .done(opens: 0) }
      sight.pressedAt = now
      sight.lastRead = now
      sights[plate] = sight
      known[plate] = now
      return .done(opens: 1)
    }
    guard !banned.contains(plate) else { return .refused }
    let takesPlace = fronts[boothID] == "" && registering[boothID].map { now < $0 } ?? false
    if takesPlace { registering[boothID] = nil } else { comes(plate, to: boothID) }
    fronts[boothID] = plate
    let number = begin(plate, at: now, isTemporary: !monthly.contains(plate))
    sights[plate] = Sight(
      boothID: boothID, lastRead: now, phase: .entered(stay: number), releasedAt: now,
      pressedAt: now)
    known[plate] = now
    return .done(opens: 1)
  }

  /// `leave/permit-through`; nil amounts are a manual release.
  mutating func letOut(
    _ plate: String, stay number: Int, at boothID: String, paying: (total: Int, coupon: Int)?
  ) -> Outcome {
    let press = paying.map { "\($0.total) \($0.coupon)" } ?? "manual"
    guard let stay = stays[plate], stay.number == number else {
      return again(number, at: boothID, press)
    }
    guard let quote = stay.quote, quote.boothID == boothID, now < quote.until else {
      return .refused
    }
    if let paying {
      guard stay.enter != nil, paying == (quote.total, quote.coupon) else { return .refused }
      money += quote.total - quote.coupon
    }
    stays[plate] = nil
    sights[plate]?.phase = .left(stay: number)
    sights[plate]?.lastRead = now
    known[plate] = now
    departures[number] = Departure(
      boothID: boothID, releasedAt: now, isLetOut: true, press: press, pressedAt: now)
    return .done(opens: 1)
  }

  private mutating func again(
    _ number: Int, at boothID: String, _ press: String
  ) -> Outcome {
    guard let departure = departures[number], departure.isLetOut, departure.boothID == boothID,
      now - departure.releasedAt <= 300, departure.press == nil || departure.press == press
    else { return .refused }
    if let pressed = departure.pressedAt, now - pressed < 3 { return .done(opens: 0) }
    departures[number]?.press = press
    departures[number]?.pressedAt = now
    return .done(opens: 1)
  }

  /// `fee/coupon`: what it takes off, nil if it is refused.
  mutating func coupon(
    _ minutes: Int, _ plate: String, stay number: Int, at boothID: String
  ) -> Int? {
    guard var stay = stays[plate], stay.number == number, stay.enter != nil,
      var quote = stay.quote, quote.boothID == boothID, now < quote.until
    else { return nil }
    stay.couponMinutes = minutes
    quote.coupon = coupon(stay, quote.leave, quote.total, quote.leases)
    stay.quote = quote
    stays[plate] = stay
    return quote.coupon
  }
}
