/// A worked stay that a tariff carries: what it must cost, to the fen.
public struct TariffExample: Hashable, Sendable {
  /// Local times of the park.
  public let enter: CivilDateTime
  /// The exit.
  public let leave: CivilDateTime
  /// When the driver paid; the fee is what is due after that.
  public let paid: CivilDateTime?
  /// Minutes of a coupon; the fee is what is left to pay.
  public let couponMinutes: Int?
  /// The fee in the smallest unit of the currency.
  public let fee: Int
  let vehicle: String?
  let isNewEnergy: Bool
  let persons: [String]
  let zone: String?
  let bay: String?
  let entrance: String?
  let entry: Int?
  let chargingSeconds: Int
  let earlier: [Earlier]
  /// The line of the document it stands on, if the text is known.
  public let line: Int?
}

extension TariffExample {
  /// An earlier stay of the vehicle.
  struct Earlier: Hashable, Sendable {
    let enter: CivilDateTime
    let leave: CivilDateTime
    let fee: Int

    init?(_ node: Node) {
      guard let mapping = node.mapping() else { return nil }
      let enter = mapping.require("enter", "the entry")?.civilDateTime()
      let leave = mapping.require("leave", "the exit")?.civilDateTime()
      fee = mapping.take("fee")?.money() ?? 0
      mapping.finish()
      guard let enter, let leave else { return nil }
      self.enter = enter
      self.leave = leave
    }
  }

  init?(_ node: Node) {
    guard let mapping = node.mapping() else { return nil }
    let enter = mapping.require("enter", "the entry")?.civilDateTime()
    let leave = mapping.require("leave", "the exit")?.civilDateTime()
    paid = mapping.take("paid")?.civilDateTime()
    couponMinutes = mapping.take("coupon_minutes")?.integer(0...1_440, "minutes")
    let fee = mapping.require("fee", "what it costs, in fen")?.money()
    vehicle = mapping.take("vehicle")?.text()
    isNewEnergy = mapping.take("new_energy")?.boolean() ?? false
    persons = mapping.take("person")?.items().compactMap { $0.text() } ?? []
    zone = mapping.take("zone")?.text()
    bay = mapping.take("bay")?.text()
    entrance = mapping.take("entrance")?.text()
    entry = mapping.take("entry")?.integer(1...1_000, "an entry number")
    chargingSeconds = mapping.take("charging")?.duration() ?? 0
    earlier = mapping.take("earlier")?.items().compactMap { Earlier($0) } ?? []
    line = node.document.line
    mapping.finish()
    guard let enter, let leave, let fee else { return nil }
    self.enter = enter
    self.leave = leave
    self.fee = fee
  }

  /// The context of this stay, in that zone and with that calendar.
  func context(in base: PricingContext) -> PricingContext {
    var context = base
    context.vehicle = vehicle
    context.isNewEnergy = isNewEnergy
    context.persons = Set(persons)
    context.zone = zone
    context.bay = bay
    context.entrance = entrance
    context.entryNumber = entry
    context.chargingSeconds = chargingSeconds
    context.earlier = earlier.map { stay in
      PricingContext.EarlierStay(
        enter: base.timeZone.instant(of: stay.enter), leave: base.timeZone.instant(of: stay.leave),
        fee: Money(fen: stay.fee))
    }
    return context
  }
}

extension Node {
  /// A local time: `2025-06-03`, `2025-06-03 09:00` or with seconds.
  func civilDateTime() -> CivilDateTime? {
    if let scalar {
      if let time = CivilDateTime(scalar) ?? CivilDateTime(scalar + ":00") { return time }
      if let date = CivilDate(scalar) { return CivilDateTime(date: date, time: .midnight) }
    }
    fail("expected a local time such as 2025-06-03, 2025-06-03 09:00 or 2025-06-03 09:00:15")
    return nil
  }
}
