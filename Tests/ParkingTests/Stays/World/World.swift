import Parking

/// One park in memory: carries decisions out as the store does, without a database.
///
/// Booths whose id begins with `in` are entries, the others exits.
struct World {
  /// 2026-11-22 12:00 in Shanghai.
  static let noon = Instant(seconds: 1_795_320_000)

  /// The database's clock.
  var now = World.noon
  var park: ParkRules
  /// Nil: every fee is unknown.
  var tariff: Tariff? = World.demo
  var registry: [String: [Registration]] = [:]
  /// Windows of lease by plate.
  var leases: [String: [Interval]] = [:]

  private(set) var arrivals: [Int64: Arrival] = [:]
  /// The open stays by plate.
  private(set) var open: [String: OpenStay] = [:]
  private(set) var finished: [FinishedStay] = []
  private(set) var payments: [Payment] = []
  private(set) var openings: [BoothOpening] = []
  private(set) var reviews: [Review] = []
  private(set) var audits: [String] = []
  /// What attendants typed, as captures.
  private(set) var typed: [String] = []
  /// The newest arrival at each booth's barrier.
  private(set) var current: [String: Int64] = [:]
  /// Openings by repeated presses, by arrival.
  private var repeats: [Int64: Int] = [:]
  private var paidStays: Set<Int64> = []
  private var newest: [String: Int64] = [:]
  /// The newest read of each plate that belongs to a stay or is an exit.
  private var known: [String: Instant] = [:]
  private var ofStay: [Int64: [Int64]] = [:]
  private var lastArrivalID: Int64 = 0
  private var lastStayID: Int64 = 1_000

  init(places: Int = 50, temporaryEntry: ParkRules.TemporaryEntry = .open) {
    park = ParkRules(
      timeZone: ParkTimeZone(identifier: "Asia/Shanghai") ?? .utc, places: places,
      temporaryEntry: temporaryEntry)
  }

  struct Payment: Equatable {
    let stayID: Int64
    let amount: Money
    let method: PayMethod
  }

  struct BoothOpening: Equatable {
    let boothID: String
    let at: Instant
    let opening: Opening
  }

  struct Review: Equatable {
    let reason: ReviewReason
    let stayID: Int64?
    let arrivalID: Int64?
    let detail: String
  }

  /// Vehicles inside.
  var inside: Int { open.values.count { $0.enterTime != nil } }

  /// All that a decision depends on, as the store reads it.
  func situation(
    at boothID: String, plate: String?, stayID: Int64? = nil
  ) -> Situation {
    let stay = stayID.flatMap { id in open.values.first { $0.stayID == id } }
    let key = stay?.plate ?? plate
    let last =
      stayID.map { newestArrival(of: $0, at: boothID) }
      ?? plate.flatMap { newest[$0] }.flatMap { arrivals[$0] }
    var situation = Situation(
      now: now, boothID: boothID, park: park, current: current[boothID].flatMap { arrivals[$0] },
      last: last,
      open: stayID == nil ? plate.flatMap { open[$0] } : stay,
      registrations: key.flatMap { registry[$0] } ?? [], inside: inside, tariffVersionID: 1,
      tariff: tariff, newArrivalID: lastArrivalID + 1, newStayID: lastStayID + 1)
    situation.leases = key.flatMap { leases[$0] } ?? []
    situation.knownUntil = plate.flatMap { known[$0] }
    situation.unmatched = current[boothID].flatMap { id in
      open.values.first {
        $0.enterTime == nil && $0.settlement?.arrivalID == id && $0.settlement?.boothID == boothID
      }
    }
    situation.timesOpenedAgain = last.flatMap { repeats[$0.arrivalID] } ?? 0
    return situation
  }

  private func newestArrival(of stayID: Int64, at boothID: String) -> Arrival? {
    let all = (ofStay[stayID] ?? []).compactMap { arrivals[$0] }
      .filter { $0.state != .history }
    return all.last { $0.boothID == boothID } ?? all.last
  }

  /// Carries out what was decided, and gives out new numbers.
  ///
  /// - Throws: where the store would find that it touched no row, or break a constraint.
  mutating func apply(_ actions: [Action], at boothID: String) throws(Inconsistency) {
    lastArrivalID += 1
    lastStayID += 1
    for action in actions { try apply(action, boothID) }
  }

  private mutating func apply(_ action: Action, _ boothID: String) throws(Inconsistency) {
    switch action {
    case .insertArrival(let arrival):
      guard arrivals[arrival.arrivalID] == nil else { throw .arrivalTwice }
      try write(arrival)
    case .updateArrival(let arrival):
      guard arrivals[arrival.arrivalID] != nil else { throw .noArrival }
      try write(arrival)
    case .makeCurrent(let arrivalID): current[boothID] = arrivalID
    case .supersede(let arrivalID):
      guard var arrival = arrivals[arrivalID] else { throw .noArrival }
      guard [.waiting, .settling].contains(arrival.state) else { return }
      arrival.state = .passed
      arrival.waitingUntil = nil
      arrival.needsRegistration = false
      arrivals[arrivalID] = arrival
    case .beginStay(let stay):
      guard open[stay.plate] == nil else { throw .stayTwice }
      open[stay.plate] = stay
    case .updateStay(let stay):
      guard open[stay.plate]?.stayID == stay.stayID else { throw .noStay }
      open[stay.plate] = stay
    case .finishStay(let stay):
      guard open.removeValue(forKey: stay.stay.plate)?.stayID == stay.stay.stayID else {
        throw .noStay
      }
      finished.append(stay)
    case .book(let stayID, let amount, let method):
      guard paidStays.insert(stayID).inserted else { throw .paymentTwice }
      payments.append(Payment(stayID: stayID, amount: amount, method: method))
    case .open(let opening):
      if opening.cause == .repeat { repeats[opening.arrivalID, default: 0] += 1 }
      openings.append(BoothOpening(boothID: boothID, at: now, opening: opening))
    case .cancelOpenings: break
    case .review(let reason, let stayID, let arrivalID, let detail):
      reviews.append(
        Review(reason: reason, stayID: stayID, arrivalID: arrivalID, detail: detail))
    case .keepTyped(let plate, let arrivalID):
      guard arrivals[arrivalID] != nil else { throw .noArrival }
      typed.append(plate.raw)
    case .audit(let press, _, _, let detail): audits.append("\(press.rawValue) \(detail)")
    }
  }

  private mutating func write(_ arrival: Arrival) throws(Inconsistency) {
    guard (arrival.state == .waiting) == (arrival.waitingUntil != nil),
      arrival.lastReadAt >= arrival.firstReadAt
    else { throw .badArrival }
    let before = arrivals.updateValue(arrival, forKey: arrival.arrivalID)
    if let old = before?.plate, old != arrival.plate { forget(arrival.arrivalID, of: old) }
    if let stayID = arrival.stayID, ofStay[stayID]?.contains(arrival.arrivalID) != true {
      ofStay[stayID, default: []].append(arrival.arrivalID)
      ofStay[stayID]?.sort()
    }
    guard let plate = arrival.plate else { return }
    if arrival.stayID != nil || arrival.leaveTime != nil {
      known[plate] = max(known[plate] ?? arrival.lastReadAt, arrival.lastReadAt)
    }
    guard arrival.state != .history else { return }
    guard let known = newest[plate].flatMap({ arrivals[$0] }), known.plate == plate else {
      newest[plate] = arrival.arrivalID
      return
    }
    if (arrival.lastReadAt, arrival.arrivalID) >= (known.lastReadAt, known.arrivalID) {
      newest[plate] = arrival.arrivalID
    }
  }

  /// The arrival is another plate's vehicle, as an attendant said.
  private mutating func forget(_ arrivalID: Int64, of plate: String) {
    guard newest[plate] == arrivalID else { return }
    newest[plate] =
      arrivals.values.filter { $0.plate == plate && $0.state != .history }
      .max { ($0.lastReadAt, $0.arrivalID) < ($1.lastReadAt, $1.arrivalID) }?.arrivalID
  }

  /// What the database's constraints would refuse.
  enum Inconsistency: Error {
    case arrivalTwice, noArrival, badArrival, stayTwice, noStay, paymentTwice
  }
}
