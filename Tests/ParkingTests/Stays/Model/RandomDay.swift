import Parking
import TariffTrials

/// A park in memory and its model, to which the same random things happen.
struct RandomDay {
  var world: World
  var model: GateModel
  /// The last events in words, for a failure.
  private(set) var story: [String] = []
  /// What the two said differently.
  private var disagreement: String?
  private var plate = plates[0]
  var random: SeededGenerator
  /// Windows that were taken back.
  var takenBack = 0
  /// The tickets that were given, by their keys.
  var tickets: [String] = []
  /// The numbers of stays in the model by those in the world, with their plates.
  var numbers: [Int64: (plate: String, number: Int)] = [:]
  private var checkedFinished = 0
  private var checkedOpenings = 0
  private var checkedPayments = 0
  private var (paid, booked, unresolved, voided) = (0, 0, 0, 0)
  private var finishedIDs: Set<Int64> = []

  private static let plates = [
    "苏E10001", "苏E10002", "苏E10003", "苏E10004", "苏E10005", "苏E10006",
  ]
  private static let entries = ["in-1", "in-2"]
  private static let exits = ["out-1", "out-2"]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let places = random.pick([2, 4, 50])
    let waits = random.chance(40)
    world = World(places: places, temporaryEntry: waits ? .wait : .open)
    model = GateModel(now: World.noon.seconds, places: places, waits: waits)
    world.register(Self.plates[0], .monthly, from: .distant(-1), until: .distant(1))
    world.register(Self.plates[1], .free, from: .distant(-1), until: .distant(1))
    model.monthly = [Self.plates[0], Self.plates[1]]
  }

  /// One more event.
  mutating func next() throws {
    passTime()
    // Neighbours in time are often of the same vehicle.
    if random.chance(40) { plate = random.pick(Self.plates) }
    let (entry, exit) = (random.pick(Self.entries), random.pick(Self.exits))
    switch random.pick(Array(0..<29)) {
    case 0...3: try enter(plate, entry)
    case 4...7: try leave(plate, exit)
    case 8: try enter("", entry)
    case 9...10: try letIn(plate, entry)
    case 11...14: try letOut(plate, Self.exits.first { world.due($0) != nil } ?? exit)
    case 15...16: try coupon(plate, Self.exits.last { world.due($0) != nil } ?? exit)
    case 17: try replay(plate, random.chance(50) ? entry : exit)
    case 18: try turnBack(random.chance(80) ? plate : "", random.pick(Self.entries + Self.exits))
    case 19: ban(plate)
    case 20...21: try match(exit)
    case 22:
      try type(random.chance(40) ? tickets.randomElement(using: &random) ?? plate : plate, exit)
    case 23...24: try letInByTicket(entry)
    case 25: try cancel(random.pick(Self.entries + Self.exits))
    default: lease(plate)
    }
    learnNumbers()
  }

  private mutating func passTime() {
    let seconds = random.pick(
      random.chance(70)
        ? [1, 2, 3, 10, 40] : [120, 299, 300, 301, 599, 600, 1_800, 2_500, 9_000])
    world.pass(seconds: Int64(seconds))
    model.now += Int64(seconds)
  }

  mutating func tell(_ event: String) {
    story.append("\(model.now % 1_000_000) \(event)")
    if story.count > 40 { story.removeFirst() }
  }

  mutating func compare<Value: Equatable>(_ ours: Value, _ models: Value) {
    if ours != models { disagreement = "\(ours), and the model says \(models)" }
  }

  private mutating func enter(_ plate: String, _ boothID: String) throws {
    let isCertain = random.chance(90)
    tell("\(plate) enters \(boothID) \(isCertain)")
    let reply = try world.read(
      plate, at: boothID, liveness: isCertain ? .live : .uncertain
    ).reply
    compare(reply.opens, model.enters(plate, at: boothID, isCertain: isCertain))
  }

  private mutating func leave(_ plate: String, _ boothID: String) throws {
    let isCertain = random.chance(90)
    tell("\(plate) leaves \(boothID) \(isCertain)")
    let reply = try world.read(
      plate, at: boothID, liveness: isCertain ? .live : .uncertain
    ).reply
    let meant = model.meant(by: plate, at: boothID)
    compare(reply.opens, model.leaves(meant, at: boothID, isCertain: isCertain))
  }

  private mutating func replay(_ plate: String, _ boothID: String) throws {
    let ago = random.pick([0, 1, 60, 299, 301, 3_600])
    tell("\(plate) was at \(boothID) \(ago) s ago")
    let openings = world.openings.count
    let reply = try world.replay(plate, at: boothID, secondsAgo: Int64(ago)).reply
    compare(reply.opens || world.openings.count > openings, false)
    let time = model.now - Int64(ago)
    if boothID.hasPrefix("in") {
      model.entered(plate, at: boothID, time)
    } else {
      model.left(plate, at: boothID, time)
    }
  }

  private mutating func turnBack(_ plate: String, _ boothID: String) throws {
    tell("\(plate) turns back at \(boothID)")
    let reply = try world.turnBack(plate, at: boothID).reply
    compare(reply.opens, false)
    model.turnsBack(
      boothID.hasPrefix("out") ? model.meant(by: plate, at: boothID) : plate, at: boothID)
  }

  private mutating func ban(_ plate: String) {
    guard !model.monthly.contains(plate) else { return }
    tell("\(plate) banned or not")
    if model.banned.remove(plate) == nil {
      model.banned.insert(plate)
      world.registry[plate] = [
        Registration(
          category: .blacklisted, validity: Interval(start: .distant(-1), end: .distant(1)))
      ]
    } else {
      world.registry[plate] = nil
    }
  }

  private mutating func letIn(_ plate: String, _ boothID: String) throws {
    tell("\(plate) let in at \(boothID)")
    let outcome = try outcome { try $0.letIn(plate, at: boothID) }
    compare(outcome, model.letIn(plate, at: boothID))
  }

  private mutating func letOut(_ plate: String, _ boothID: String) throws {
    guard let stayID = stay(of: plate, at: boothID) else { return }
    let fee =
      world.open.values.first { $0.stayID == stayID }?.settlement?.fee ?? world.finished.last?.fee
    var (total, coupon) = (fee?.total?.fen ?? 0, fee?.coupon.fen ?? 0)
    if random.chance(15) { total += random.pick([-1, 1, 200]) }
    if random.chance(10) { coupon += 1 }
    let isManual = random.chance(25)
    tell("\(plate) let out at \(boothID), \(isManual ? "manual" : "\(total) \(coupon)")")
    let outcome = try outcome {
      isManual
        ? try $0.letOut(stayID, at: boothID)
        : try $0.pay(stayID, total, coupon: coupon, at: boothID)
    }
    compare(
      outcome,
      model.letOut(
        numbers[stayID]?.plate ?? plate, stay: numbers[stayID]?.number ?? 0, at: boothID,
        paying: isManual ? nil : (total, coupon)))
  }

  private mutating func coupon(_ plate: String, _ boothID: String) throws {
    guard let stayID = stay(of: plate, at: boothID) else { return }
    let minutes = random.pick([0, 1, 10, 30, 60, 600, 1_440])
    tell("\(minutes) minutes for \(plate) at \(boothID)")
    var ours: Int?
    do {
      ours = try world.coupon(minutes, for: stayID, at: boothID)
    } catch is Refusal {}
    compare(
      ours,
      model.coupon(
        minutes, numbers[stayID]?.plate ?? plate, stay: numbers[stayID]?.number ?? 0, at: boothID))
  }

  /// The stay that stands at an exit, that of a plate, or the last that ended.
  private mutating func stay(of plate: String, at boothID: String) -> Int64? {
    if random.chance(60), let due = world.due(boothID) { return due.stayID }
    if random.chance(50), let last = world.finished.last { return last.stay.stayID }
    return world.open[plate]?.stayID
  }

  /// Presses in the world, and counts the openings.
  mutating func outcome(
    _ press: (inout World) throws -> [Action]
  ) throws -> GateModel.Outcome {
    let openings = world.openings.count
    do {
      _ = try press(&world)
    } catch is Refusal {
      return .refused
    }
    return .done(opens: world.openings.count - openings)
  }

  private mutating func learnNumbers() {
    for (plate, stay) in world.open where numbers[stay.stayID] == nil {
      if let known = model.stays[plate] { numbers[stay.stayID] = (plate, known.number) }
    }
  }
}

extension RandomDay {
  /// What is wrong now; nil if all is well.
  mutating func difference() -> String? {
    if let disagreement { return disagreement }
    if world.inside != model.inside { return "\(world.inside) inside, not \(model.inside)" }
    let stays = Dictionary(uniqueKeysWithValues: world.open.map { ($0, $1.enterTime?.seconds) })
    if stays != model.stays.mapValues(\.enter) { return "other stays: \(stays)" }
    for (plate, stay) in world.open {
      let quote = model.stays[plate]?.quote
      guard let fee = stay.settlement?.fee else {
        if let quote, quote.until > model.now { return "\(plate) has no quote" }
        continue
      }
      if fee.total?.fen != quote?.total || fee.coupon.fen != quote?.coupon {
        return "\(plate) owes \(fee.total?.fen ?? -1), \(fee.coupon.fen)"
      }
    }
    return books() ?? barriers()
  }

  /// Money is what the stays say and what the model says; a stay ends once.
  private mutating func books() -> String? {
    for stay in world.finished[checkedFinished...] {
      paid += stay.paid.fen
      if stay.outcome == .unresolved { unresolved += 1 }
      if stay.outcome == .void { voided += 1 }
      if !finishedIDs.insert(stay.stay.stayID).inserted { return "a stay ended twice" }
      if stay.fee.coupon > stay.fee.total ?? .zero { return "a coupon above the fee" }
      let due = stay.fee.due?.fen ?? 0
      let isSettled = stay.payStatus == .paid && stay.paid.fen == due && due > 0
      if stay.paid != .zero, !isSettled { return "paid \(stay.paid.fen) of \(due)" }
      if stay.payStatus == .nothingToPay, due != 0 { return "nothing to pay of \(due)" }
      if let enter = stay.stay.enterTime, stay.leaveTime < enter { return "a negative stay" }
    }
    checkedFinished = world.finished.count
    booked += world.payments[checkedPayments...].reduce(0) { $0 + $1.amount.fen }
    checkedPayments = world.payments.count
    if booked != paid || booked != model.money { return "\(booked) fen, not \(model.money)" }
    return (unresolved, voided) == (model.unresolved, model.voided)
      ? nil : "\(unresolved) unresolved, \(voided) void"
  }

  /// No barrier opens at an exit for a stay that is not paid, free or released by hand.
  private mutating func barriers() -> String? {
    defer { checkedOpenings = world.openings.count }
    for opened in world.openings[checkedOpenings...] {
      guard let arrival = world.arrivals[opened.opening.arrivalID] else { return "no arrival" }
      if opened.boothID.hasPrefix("out"), arrival.payStatus == .unpaid, !arrival.isManual {
        return "opened for an unpaid stay"
      }
      if opened.boothID.hasPrefix("in"), arrival.category == .blacklisted {
        return "opened for a blacklisted vehicle"
      }
    }
    return nil
  }
}

extension Instant {
  /// A hundred years before or after noon.
  fileprivate static func distant(_ sign: Int64) -> Instant {
    World.noon.advanced(bySeconds: sign * 3_155_760_000)
  }
}
