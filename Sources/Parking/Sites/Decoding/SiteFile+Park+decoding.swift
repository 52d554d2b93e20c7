extension SiteFile.Park {
  /// The zone of a park that names none.
  package static let usualTimeZone = "Asia/Shanghai"

  init?(_ node: Node, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.require("id", "the park's number, by which partners name it (park_sn)")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("park", id, at: idNode) }
    let name = mapping.require("name", "what drivers call the park")?.label()
    let places = mapping.require("places", "how many vehicles the park holds")?
      .integer(0...1_000_000)
    self.init(
      id: id ?? "", name: name ?? "", timeZone: Self.timeZone(mapping), places: places ?? 0,
      line: node.document.line)
    readPolicy(mapping)
    readSections(mapping, claims)
    mapping.finish()
    if id == nil { return nil }
  }

  private static func timeZone(_ mapping: Mapping) -> ParkTimeZone {
    let node = mapping.take("time_zone")
    let name = node?.scalar ?? usualTimeZone
    if let zone = ParkTimeZone(identifier: name) { return zone }
    node?.fail("“\(name)” is no time zone; write an IANA name such as Asia/Shanghai")
    return .utc
  }

  private mutating func readPolicy(_ mapping: Mapping) {
    if let entry = mapping.take("temporary_entry")?.choice(TemporaryEntry.self) {
      temporaryEntry = entry
    }
    if let minutes = mapping.take("lease_lead_minutes")?.integer(0...1440, "minutes") {
      leaseLeadMinutes = minutes
    }
    if let hours = mapping.take("long_stay_hours")?.integer(1...8760, "hours") {
      longStayHours = hours
    }
    paymentURL = mapping.take("payment_url")?.paymentURL()
    if let days = mapping.take("raw_event_days")?.integer(1...3650, "days") {
      rawEventDays = days
    }
    leasePlaces = mapping.take("lease_places")?.integer(0...places, "places")
    if let node = mapping.take("tariff"), let id = node.identifier() {
      tariff = SiteFile.Reference(id: id, line: node.document.line)
    }
    longitude = mapping.take("longitude")?.degrees(180) ?? ""
    latitude = mapping.take("latitude")?.degrees(90) ?? ""
  }

  private mutating func readSections(_ mapping: Mapping, _ claims: Claims) {
    hosts = mapping.take("hosts")?.list("host names").compactMap { $0.host(claims) }
    trustedNetworks = mapping.take("trusted_networks")?.list("networks").compactMap {
      $0.network(in: id, claims)
    }
    booths = mapping.take("booths")?.list("booths").compactMap {
      SiteFile.Booth($0, in: id, claims)
    }
    terminals = mapping.take("terminals")?.list("terminals").compactMap {
      SiteFile.Terminal($0, in: id, claims)
    }
    leaseOffer = mapping.take("lease_offer").flatMap(SiteFile.Offer.init)
    vehicles = mapping.take("vehicles")?.list("vehicles").compactMap {
      RegisteredVehicle($0, in: self, claims)
    }
  }
}
