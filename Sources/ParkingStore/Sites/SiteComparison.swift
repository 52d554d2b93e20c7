internal import Parking
internal import PostgreSQL

/// Compares a site file with the database, section by section, into a plan.
struct SiteComparison {
  private let file: SiteFile
  private let connection: Connection
  private var plan = SitePlan()

  init(_ file: SiteFile, _ connection: Connection) {
    self.file = file
    self.connection = connection
  }

  /// The plan.
  ///
  /// - Returns: also the problems, when the file says what the rest of the database forbids.
  mutating func makePlan(now: Instant) throws -> SitePlan {
    let operators = plan.reconcile(
      try stored(), with: file.operators.map(OperatorRecord.init), isGoverned: { _ in true })
    let tariffs = try compareTariffs(operators, now)
    let parks = try compareParks(operators, tariffs)
    try compareNames(parks)
    try compareLanes(parks)
    try compareAccounts(operators, parks)
    try compareLeasing(operators, parks)
    try compareVehicles(parks)
    return plan
  }

  private func stored<Record: SiteRecord>() throws(DatabaseError) -> [StoredRecord<Record>] {
    try Record.stored(connection)
  }

  /// The parks that the file describes.
  private var parks: [SiteFile.Park] { file.operators.flatMap { $0.parks ?? [] } }

  /// The parks of which the file gives a section.
  private func parks(giving section: (SiteFile.Park) -> Bool) -> Set<String> {
    Set(parks.filter(section).map(\.id))
  }

  /// The operators of which the file gives a section.
  private func operators(giving section: (SiteFile.Operator) -> Bool) -> Set<String> {
    Set(file.operators.filter(section).map(\.id))
  }

  private mutating func compareTariffs(
    _ operators: SiteOutcome<OperatorRecord>, _ now: Instant
  ) throws -> SiteOutcome<TariffRecord> {
    let given = self.operators { $0.tariffs != nil }.union(operators.retired)
    let wanted = file.operators.flatMap { site in
      (site.tariffs ?? []).map { TariffRecord($0, of: site) }
    }
    let outcome = plan.reconcile(try stored(), with: wanted) { given.contains($0.key.operatorID) }
    let review = PublicationReview(calendar: try .load(connection))
    let versions = try TariffVersions(connection, now: now, review: review)
    for site in file.operators {
      for tariff in site.tariffs ?? [] { versions.publish(tariff, of: site, in: &plan) }
    }
    return outcome
  }

  private mutating func compareParks(
    _ operators: SiteOutcome<OperatorRecord>, _ tariffs: SiteOutcome<TariffRecord>
  ) throws -> SiteOutcome<ParkRecord> {
    let given = self.operators { $0.parks != nil }.union(operators.retired)
    let wanted = file.operators.flatMap { site in
      (site.parks ?? []).map { ParkRecord($0, of: site) }
    }
    let outcome = plan.reconcile(try stored(), with: wanted) { given.contains($0.operatorID) }
    for park in outcome.inForce.values.sorted(by: { $0.id < $1.id }) {
      guard let tariff = park.tariffKey, tariffs.inForce[tariff] == nil else { continue }
      plan.fail(
        "parks.\(park.id).tariff", park.tariffLine,
        "operator \(tariff.operatorID) has no tariff “\(tariff.id)” for this park")
    }
    return outcome
  }

  /// Hosts and trusted networks.
  private mutating func compareNames(_ outcome: SiteOutcome<ParkRecord>) throws {
    let hosts = parks { $0.hosts != nil }.union(outcome.retired)
    _ = plan.reconcile(
      try stored(),
      with: parks.flatMap { park in (park.hosts ?? []).map { HostRecord($0, of: park) } }
    ) { hosts.contains($0.parkID) }
    let networks = parks { $0.trustedNetworks != nil }.union(outcome.retired)
    _ = plan.reconcile(
      try stored(),
      with: parks.flatMap { park in
        (park.trustedNetworks ?? []).map { NetworkRecord($0, of: park) }
      }
    ) { networks.contains($0.key.parkID) }
  }

  /// Booths, devices and terminals.
  private mutating func compareLanes(_ outcome: SiteOutcome<ParkRecord>) throws {
    let given = parks { $0.booths != nil }.union(outcome.retired)
    let wanted = parks.flatMap { park in
      (park.booths ?? []).enumerated().map {
        BoothRecord($0.element, position: $0.offset, of: park)
      }
    }
    let booths = plan.reconcile(try stored(), with: wanted) { given.contains($0.key.parkID) }
    try compareDevices(booths)
    let terminals = parks { $0.terminals != nil }.union(outcome.retired)
    let result = plan.reconcile(
      try stored(),
      with: parks.flatMap { park in
        (park.terminals ?? []).map { TerminalRecord($0, of: park) }
      }
    ) { terminals.contains($0.key.parkID) }
    checkTokens(result) { $0.tokenDigest }
  }

  private mutating func compareDevices(_ booths: SiteOutcome<BoothRecord>) throws {
    var wanted: [DeviceRecord] = []
    var given = booths.retired
    for park in parks {
      for booth in park.booths ?? [] where booth.devices != nil {
        given.insert(ParkItemKey(parkID: park.id, id: booth.id))
        wanted += (booth.devices ?? []).map { DeviceRecord($0, at: booth, of: park) }
      }
    }
    let devices = plan.reconcile(try stored(), with: wanted) { given.contains($0.boothKey) }
    checkTokens(devices) { $0.tokenDigest }
  }

  /// A token leads to one device or terminal, also to those that the file does not name.
  private mutating func checkTokens<Record: SiteRecord>(
    _ outcome: SiteOutcome<Record>, _ digest: (Record) -> [UInt8]
  ) {
    for records in Dictionary(grouping: outcome.inForce.values, by: digest).values
    where records.count > 1 {
      let names = records.map { Record.name(of: $0.key) }.sorted().joined(separator: " and ")
      plan.fail(
        "", records.compactMap(\.line).max(),
        "the \(Record.kind)s \(names) have the same token; give each its own")
    }
  }

  private mutating func compareAccounts(
    _ operators: SiteOutcome<OperatorRecord>, _ parks: SiteOutcome<ParkRecord>
  ) throws {
    let given = self.operators { $0.accounts != nil }.union(operators.retired)
    let stored: [StoredRecord<AccountRecord>] = try stored()
    let wanted = try PasswordCheck(connection).keepingHashes(
      file.operators.flatMap { site in (site.accounts ?? []).map { AccountRecord($0, of: site) } },
      stored)
    for account in wanted {
      for id in account.parks where parks.inForce[id]?.operatorID != account.operatorID {
        plan.fail(
          "accounts.\(account.login).parks", account.line,
          "operator \(account.operatorID) has no park “\(id)”")
      }
    }
    _ = plan.reconcile(stored, with: wanted) { given.contains($0.operatorID) }
  }

  private mutating func compareVehicles(_ outcome: SiteOutcome<ParkRecord>) throws {
    let given = parks { $0.vehicles != nil }.union(outcome.retired)
    let wanted = parks.flatMap { park in
      (park.vehicles ?? []).map { VehicleRecord($0, of: park) }
    }
    _ = plan.reconcile(try stored(), with: wanted) { given.contains($0.parkID) }
  }

  /// Partners with their keys, and offers.
  private mutating func compareLeasing(
    _ operators: SiteOutcome<OperatorRecord>, _ parks: SiteOutcome<ParkRecord>
  ) throws {
    let given = self.operators { $0.partners != nil }.union(operators.retired)
    let partners = file.operators.flatMap { site in
      (site.partners ?? []).map { (partner: $0, record: PartnerRecord($0, of: site)) }
    }
    for (partner, record) in partners {
      for park in partner.parks where parks.inForce[park.id]?.operatorID != record.operatorID {
        plan.fail(
          "partners.\(partner.id).parks", park.line,
          "operator \(record.operatorID) has no park “\(park.id)”")
      }
    }
    _ = plan.reconcile(try stored(), with: partners.map(\.record)) { given.contains($0.operatorID) }
    let keys = try PartnerKeyRecord.stored(connection)
    for (partner, _) in partners { plan.addKeys(of: partner, stored: keys) }
    let offers = self.parks.compactMap { park in park.leaseOffer.map { OfferRecord($0, of: park) } }
    _ = plan.reconcile(try stored(), with: offers) { _ in false }
  }
}
