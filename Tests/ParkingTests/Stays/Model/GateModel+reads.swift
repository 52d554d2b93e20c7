import Parking

extension GateModel {
  /// Whether a read at an entry opens the barrier.
  mutating func enters(_ plate: String, at boothID: String, isCertain: Bool) -> Bool {
    guard !plate.isEmpty else {
      comes(plate, to: boothID)
      registering[boothID] = now + 600
      return false
    }
    let before = continued(plate, at: boothID, now)
    let isTemporary = !monthly.contains(plate)
    let others = inside - (stays[plate]?.enter != nil ? 1 : 0)
    let waitsOrFull = isTemporary && (waits || others >= places)
    let mustWait = !isCertain || (waitsOrFull && !isLeased(plate))
    if let before, case .entered(let number) = before.phase, let stay = stays[plate],
      stay.number == number, !stay.isBanned, before.releasedAt != nil || !mustWait
    {
      sights[plate]?.lastRead = now
      if isCertain, before.releasedAt == nil { sights[plate]?.releasedAt = now }
      known[plate] = now
      comes(plate, to: boothID)
      return isCertain
    }
    comes(plate, to: boothID)
    var sight = Sight(boothID: boothID, lastRead: now, phase: .refused)
    if banned.contains(plate) || mustWait {
      if !banned.contains(plate) { sight.phase = .waiting(until: now + 600) }
      stays[plate]?.quote = nil
      sights[plate] = sight
      return false
    }
    if waitsOrFull { leasedIn += 1 }
    let number = begin(plate, at: now, isTemporary: isTemporary)
    sight.phase = .entered(stay: number)
    sight.releasedAt = now
    sights[plate] = sight
    known[plate] = now
    return true
  }

  /// Whether a read at an exit opens the barrier.
  mutating func leaves(_ plate: String, at boothID: String, isCertain: Bool) -> Bool {
    let before = continued(plate, at: boothID, now)
    exitFronts[boothID] = plate
    guard var stay = stays[plate] else {
      switch before?.phase {
      case .left(let number) where departures[number]?.isLetOut ?? false:
        sights[plate]?.lastRead = now
        known[plate] = now
        return isCertain
      default: break
      }
      _ = begin(plate, at: nil, isTemporary: true)
      beforeStanding[plate] = .some(sights[plate])
      stand(plate, at: boothID, before)
      return false
    }
    if stay.quote?.boothID != boothID || now >= stay.quote?.until ?? now {
      stay.quote = quote(stay, at: boothID)
      stays[plate] = stay
    }
    if isCertain, stay.enter != nil, let quote = stay.quote, quote.total == quote.coupon {
      stays[plate] = nil
      var sight = Sight(
        boothID: boothID, lastRead: now, phase: .left(stay: stay.number), releasedAt: now)
      if before?.phase == .settling(stay: stay.number) { sight.readAs = before?.readAs }
      sights[plate] = sight
      departures[stay.number] = Departure(boothID: boothID, releasedAt: now, isLetOut: true)
      known[plate] = now
      return true
    }
    if stay.enter == nil, before?.phase != .settling(stay: stay.number) {
      beforeStanding[plate] = .some(sights[plate])
    }
    stand(plate, at: boothID, before)
    return false
  }

  /// A vehicle stands at an exit with its quote.
  private mutating func stand(_ plate: String, at boothID: String, _ before: Sight?) {
    guard var stay = stays[plate] else { return }
    if stay.quote == nil {
      stay.quote = Quote(boothID: boothID, leave: now, until: now + 1_800, total: 0, coupon: 0)
    }
    stays[plate] = stay
    var sight = Sight(boothID: boothID, lastRead: now, phase: .settling(stay: stay.number))
    if before?.phase == sight.phase { sight.readAs = before?.readAs }
    sights[plate] = sight
    known[plate] = now
  }

  /// A camera's late report of an entry: whether it begins a stay.
  mutating func entered(_ plate: String, at boothID: String, _ time: Int64) {
    let isOld = isOld(plate, at: boothID, time)
    if isOld { known[plate] = max(known[plate] ?? time, time) }
    guard !isOld else { return }
    let number = begin(plate, at: time, isTemporary: !monthly.contains(plate))
    stays[plate]?.isBanned = banned.contains(plate)
    remember(plate, at: boothID, time, .entered(stay: number))
  }

  /// A camera's late report of an exit, which closes the stay.
  mutating func left(_ plate: String, at boothID: String, _ time: Int64) {
    let isOld = isOld(plate, at: boothID, time)
    known[plate] = max(known[plate] ?? time, time)
    guard let stay = stays[plate], !isOld else { return }
    stays[plate] = nil
    let total = total(stay, time)
    let isFree = stay.enter != nil && total == coupon(stay, time, total, leases[plate] ?? [])
    departures[stay.number] = Departure(boothID: boothID, releasedAt: time, isLetOut: isFree)
    remember(plate, at: boothID, time, .left(stay: stay.number))
  }

  private mutating func remember(
    _ plate: String, at boothID: String, _ time: Int64, _ phase: Sight.Phase
  ) {
    known[plate] = max(known[plate] ?? time, time)
    if let sight = sights[plate], sight.lastRead > time { return }
    // Nobody of ours opened for a late entry.
    let isExit = if case .left = phase { true } else { false }
    sights[plate] = Sight(
      boothID: boothID, lastRead: time, phase: phase, releasedAt: isExit ? time : nil)
  }

  private func isOld(_ plate: String, at boothID: String, _ time: Int64) -> Bool {
    if let known = known[plate], known >= time { return true }
    switch continued(plate, at: boothID, time)?.phase {
    case .entered, .settling, .left: return true
    default: return false
    }
  }

  /// A vehicle turns back.
  mutating func turnsBack(_ plate: String, at boothID: String) {
    guard !plate.isEmpty else {
      if fronts[boothID] == "" { registering[boothID] = nil }
      return
    }
    guard var sight = sights[plate], sight.boothID == boothID, now - sight.lastRead <= 600 else {
      return
    }
    switch sight.phase {
    case .entered(let number) where stays[plate]?.number == number:
      stays[plate] = nil
      voided += 1
    case .settling(let number) where stays[plate]?.number == number:
      stays[plate]?.quote = nil
      if stays[plate]?.enter == nil {
        stays[plate] = nil
        voided += 1
      }
    case .left: return
    default: break
    }
    sight.phase = .turnedBack
    sights[plate] = sight
  }
}
