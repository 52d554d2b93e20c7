/// All that a decision about one vehicle at one booth depends on, read under the booth's and the
/// plate's lock.
public struct Situation: Sendable {
  /// The database's clock.
  public let now: Instant
  /// The booth's id, unique in its park.
  public let boothID: String
  /// Its park.
  public let park: ParkRules
  /// The newest arrival at this booth's barrier, of whatever vehicle.
  public var current: Arrival?
  /// The newest arrival of this vehicle in the park, at whatever booth; history is none.
  public var last: Arrival?
  /// How often a press opened the barrier once more for that arrival.
  public var timesOpenedAgain = 0
  /// The newest read of this vehicle that belongs to a stay or is an exit, for late news (rule 13).
  public var knownUntil: Instant?
  /// The vehicle's open stay.
  public var open: OpenStay?
  /// The stay without an entry that `current` made, if it stands at this exit's barrier.
  public var unmatched: OpenStay?
  /// What the registry says of its plate.
  public var registrations: [Registration]
  /// The vehicle's lease windows that matter to its stay and to an entry now.
  public var leases: [Interval] = []
  /// Vehicles inside the park; nil where they were not counted, as at an exit.
  public var inside: Int?
  /// The tariff version in force at the read's time, for a stay that begins.
  public var tariffVersionID: Int32?
  /// What prices the open stay.
  public var tariff: StayTariff
  /// Earlier stays of the open stay's vehicle, as far back as its tariff looks.
  public var earlier: [PricingContext.EarlierStay] = []
  /// The public holidays that are known.
  public var calendar = HolidayCalendar()
  /// Numbers for what the decision may make.
  public let newArrivalID: Int64
  /// The number of a stay that the decision may begin.
  public let newStayID: Int64

  /// Made of its parts.
  public init(
    now: Instant, boothID: String, park: ParkRules, current: Arrival? = nil, last: Arrival? = nil,
    open: OpenStay? = nil, registrations: [Registration] = [], inside: Int? = nil,
    tariffVersionID: Int32? = nil, tariff: Tariff? = nil, newArrivalID: Int64, newStayID: Int64
  ) {
    self.now = now
    self.boothID = boothID
    self.park = park
    self.current = current
    self.last = last
    self.open = open
    self.registrations = registrations
    self.inside = inside
    self.tariffVersionID = tariffVersionID
    self.tariff = StayTariff(tariff)
    self.newArrivalID = newArrivalID
    self.newStayID = newStayID
  }
}

extension Situation {
  /// The fee of a stay until `leave`, with its coupon minutes taken off (fee law, rule 8).
  ///
  /// A stay without an entry is 0 so far, and only a manual release ends it. One that leaves
  /// before it entered, since a clock went back, took no time.
  ///
  /// - Parameter facts: what it is computed from; nil for what is known now.
  func fee(of stay: OpenStay, to leave: Instant, on facts: StayFacts? = nil) -> Fee {
    guard let enter = stay.enterTime else {
      return .known(total: .zero, coupon: .zero, quote: "{}")
    }
    let last = max(enter, leave)
    let inputs = PricingInputs(
      enter: enter, leave: last, couponMinutes: stay.couponMinutes,
      facts: facts ?? self.facts(of: stay, from: enter, to: last))
    switch tariff {
    case .none: return .noTariff
    case .unreadable: return .unreadableTariff
    case .versions(let history):
      return inputs.fee(by: history, timeZone: park.timeZone, calendar: calendar)
    }
  }

  /// What the registry, the plate and the books say of a stay. The registry's class counts before
  /// the plate's, of several the one registered last.
  private func facts(of stay: OpenStay, from enter: Instant, to leave: Instant) -> StayFacts {
    let known = registrations.during(enter, leave)
      .sorted { $0.validity.start < $1.validity.start }
    var facts = StayFacts()
    facts.rights = known.rights
    facts.leases = leases.during(enter, leave)
    facts.isNewEnergy = stay.kind.isNewEnergy
    facts.vehicleClass = known.compactMap(\.vehicleClass).last ?? stay.vehicleClass
    facts.persons = Set(known.flatMap(\.persons))
    facts.entrance = stay.enterBoothID
    facts.earlier = earlier
    return facts
  }

  /// The arrival of the vehicle that a read at this booth continues, or nil if it begins one.
  func continued(by read: Read) -> Arrival? {
    guard let last, last.continues(at: boothID, time: read.time) else { return nil }
    return last
  }

  /// A new arrival of a read.
  func arrival(of read: Read, category: Category, state: ArrivalState) -> Arrival {
    var arrival = Arrival(
      arrivalID: newArrivalID, boothID: boothID, plate: read.plate.key, license: read.license,
      category: category, state: state, readAt: read.time)
    arrival.isTyped = read.isTyped
    arrival.picture = read.picture
    return arrival
  }

  /// The next vehicle ends the waiting of the one before it (rule 3).
  func superseding(_ arrivalID: Int64) -> [Action] {
    guard let current, current.arrivalID != arrivalID, current.state == .waiting else { return [] }
    return [.supersede(arrivalID: current.arrivalID)]
  }

  /// The stay that a vehicle begins here, and what becomes of one that its exit was missed for:
  /// it is kept as unresolved with its fee to this moment (rule 5).
  func beginning(
    plate: Plate, key: String, license: String, category: Category, arrivalID: Int64,
    at time: Instant, picture: [UInt8]?, vehicleClass: String?
  ) -> (stay: OpenStay, actions: [Action]) {
    var stay = OpenStay(
      stayID: newStayID, plate: key, license: license, kind: plate.kind, category: category,
      enterTime: time, enterBoothID: boothID, enterArrivalID: arrivalID, enterPicture: picture,
      tariffVersionID: tariffVersionID)
    stay.vehicleClass = vehicleClass
    var actions = open.map { missed($0, at: time) } ?? []
    actions.append(.beginStay(stay))
    if plate.kind == .other {
      actions.append(
        .review(.unclassifiedPlate, stayID: stay.stayID, arrivalID: arrivalID, detail: ""))
    }
    return (stay, actions)
  }

  /// An open stay whose exit nobody saw.
  private func missed(_ stay: OpenStay, at time: Instant) -> [Action] {
    let fee = fee(of: stay, to: time)
    let finished = FinishedStay.unpaid(
      stay, outcome: .unresolved, to: max(time, stay.enterTime ?? time), booth: nil, fee: fee)
    let settling = stay.settlement.map { [Action.supersede(arrivalID: $0.arrivalID)] } ?? []
    return settling + [
      .finishStay(finished),
      .review(
        .unresolved, stayID: stay.stayID, arrivalID: stay.enterArrivalID, detail: fee.inWords),
    ]
  }
}
