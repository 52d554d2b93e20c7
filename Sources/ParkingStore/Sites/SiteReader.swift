internal import Parking
internal import PostgreSQL

/// Reads what is in force back into a site file.
struct SiteReader {
  private let connection: Connection
  private var hosts: [String: [String]] = [:]
  private var networks: [String: [Network]] = [:]
  private var terminals: [String: [SiteFile.Terminal]] = [:]
  private var booths: [String: [SiteFile.Booth]] = [:]
  private var vehicles: [String: [RegisteredVehicle]] = [:]
  private var offers: [String: LeaseOffer] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  mutating func file() throws -> SiteFile {
    try readParts()
    let tariffs = try tariffs()
    let parks = try parks()
    let accounts = try accounts()
    let partners = try partners()
    let operators: [OperatorRecord] = try inForce()
    return SiteFile(
      operators: operators.map { record in
        var site = SiteFile.Operator(id: record.id, name: record.operatorName)
        site.tariffs = tariffs[record.id] ?? []
        site.parks = parks[record.id] ?? []
        site.accounts = accounts[record.id] ?? []
        site.partners = partners[record.id] ?? []
        return site
      })
  }

  private func inForce<Record: SiteRecord>() throws(DatabaseError) -> [Record] {
    var records: [Record] = []
    for row in try connection.query(Record.selection) {
      var columns = row.columns
      let record = try Record(&columns)
      if try !columns.next(Bool.self) { records.append(record) }
    }
    return records
  }

  private mutating func readParts() throws {
    for record in try inForce() as [HostRecord] {
      hosts[record.parkID, default: []].append(record.host)
    }
    for record in try inForce() as [NetworkRecord] {
      networks[record.key.parkID, default: []].append(try Network(record.key.network))
    }
    for record in try inForce() as [TerminalRecord] {
      var terminal = SiteFile.Terminal(
        id: record.key.id, token: SiteFile.Secret(tokenDigest: record.tokenDigest))
      terminal.certificate = record.certificate
      terminals[record.key.parkID, default: []].append(terminal)
    }
    for record in try inForce() as [VehicleRecord] {
      vehicles[record.parkID, default: []].append(record.vehicle)
    }
    for record in try inForce() as [OfferRecord] { offers[record.parkID] = record.terms }
    try readBooths()
  }

  private mutating func readBooths() throws(DatabaseError) {
    let devices = Dictionary(grouping: try inForce() as [DeviceRecord], by: \.boothKey)
    for record in try inForce() as [BoothRecord] {
      var booth = SiteFile.Booth(
        id: record.key.id, name: record.boothName,
        direction: SiteFile.Booth.Direction(rawValue: record.direction) ?? .enter)
      booth.videoURL = record.videoURL
      booth.devices = (devices[record.key] ?? []).map {
        SiteFile.Device(id: $0.key.id, token: SiteFile.Secret(tokenDigest: $0.tokenDigest))
      }
      booths[record.key.parkID, default: []].append(booth)
    }
  }

  private func tariffs() throws -> [String: [SiteFile.Tariff]] {
    var tariffs: [String: [SiteFile.Tariff]] = [:]
    let rows = try connection.query(
      """
      select distinct on (operator_id, tariff_id) operator_id, tariff_id, document
      from parking.tariff_version join parking.tariff using (operator_id, tariff_id)
      where retired_at is null order by operator_id, tariff_id, version desc
      """)
    for row in rows {
      var columns = row.columns
      let operatorID: String = try columns.next()
      let id: String = try columns.next()
      let rules = try Document(json: try columns.next())
      tariffs[operatorID, default: []].append(SiteFile.Tariff(id: id, rules: rules))
    }
    return tariffs
  }

  private func parks() throws -> [String: [SiteFile.Park]] {
    var parks: [String: [SiteFile.Park]] = [:]
    for record in try inForce() as [ParkRecord] {
      guard let zone = ParkTimeZone(identifier: record.timeZone) else {
        throw SiteStoreError(
          "park \(record.id) has a time zone that this machine does not know: \(record.timeZone)")
      }
      var park = SiteFile.Park(
        id: record.id, name: record.parkName, timeZone: zone, places: record.places)
      park.temporaryEntry = SiteFile.Park.TemporaryEntry(rawValue: record.temporaryEntry) ?? .wait
      park.leaseLeadMinutes = record.leaseLeadMinutes
      park.longStayHours = record.longStayHours
      park.paymentURL = PaymentURL(record.paymentURL)
      park.rawEventDays = record.rawEventDays
      park.tariff = record.tariffID.map { SiteFile.Reference(id: $0) }
      (park.longitude, park.latitude) = (record.longitude, record.latitude)
      (park.hosts, park.trustedNetworks) = (hosts[record.id] ?? [], networks[record.id] ?? [])
      (park.booths, park.terminals) = (booths[record.id] ?? [], terminals[record.id] ?? [])
      park.vehicles = vehicles[record.id] ?? []
      park.leasePlaces = record.leasePlaces.map(Int.init)
      park.leaseOffer = offers[record.id].map { SiteFile.Offer(terms: $0) }
      parks[record.operatorID, default: []].append(park)
    }
    return parks
  }

  private func accounts() throws(DatabaseError) -> [String: [SiteFile.Account]] {
    var accounts: [String: [SiteFile.Account]] = [:]
    for record in try inForce() as [AccountRecord] {
      accounts[record.operatorID, default: []].append(
        SiteFile.Account(
          login: record.login, name: record.displayName,
          role: SiteFile.Account.Role(rawValue: record.role) ?? .attendant,
          password: record.password, parks: record.parks.map { SiteFile.Reference(id: $0) }))
    }
    return accounts
  }

  /// Without keys: their secrets stay in the database.
  private func partners() throws -> [String: [SiteFile.Partner]] {
    var partners: [String: [SiteFile.Partner]] = [:]
    for record in try inForce() as [PartnerRecord] {
      var partner = SiteFile.Partner(id: record.id, name: record.partnerName)
      partner.baseURL = record.baseURL
      partner.pushFormat = SiteFile.Partner.PushFormat(rawValue: record.pushFormat) ?? .form
      (partner.isSandbox, partner.allowsMD5) = (record.isSandbox, record.allowsMD5)
      partner.allowsPrivateAddress = record.allowsPrivateAddress
      partner.clockToleranceSeconds = Int(record.clockTolerance)
      partner.requestsPerMinute = Int(record.requestsPerMinute)
      partner.networks = try record.networks.map { try Network($0) }
      partner.certificate = record.certificate
      partner.parks = record.parks.map { SiteFile.Reference(id: $0) }
      partners[record.operatorID, default: []].append(partner)
    }
    return partners
  }
}
