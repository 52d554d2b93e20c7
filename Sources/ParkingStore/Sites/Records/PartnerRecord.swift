internal import Parking
internal import PostgreSQL

/// A row of `parking.partner` with its rows of `parking.partner_park`.
struct PartnerRecord: SiteRecord {
  static let kind = "partner"
  static let selection: SQL = """
    select app_id, operator_id, partner_name, base_url, push_format, sandbox, allow_md5,
      allow_private_address, clock_tolerance_seconds, requests_per_minute,
      array(select n::text from unnest(networks) n),
      array(select park_sn::text from parking.partner_park g
        where g.app_id = p.app_id order by park_sn),
      encode(certificate_digest, 'hex'), retired_at is not null
    from parking.partner p order by app_id
    """

  let id: String
  let operatorID: String
  let partnerName: String
  let baseURL: String
  /// `form` or `json`.
  let pushFormat: String
  let isSandbox: Bool
  let allowsMD5: Bool
  let allowsPrivateAddress: Bool
  let clockTolerance: Int32
  let requestsPerMinute: Int32
  let networks: [String]
  /// In the order of their ids.
  let parks: [String]
  /// In hexadecimal digits.
  let certificate: String?
  var line: Int?

  init(_ partner: SiteFile.Partner, of site: SiteFile.Operator) {
    (id, operatorID, partnerName) = (partner.id, site.id, partner.name)
    (baseURL, isSandbox, allowsMD5) = (partner.baseURL, partner.isSandbox, partner.allowsMD5)
    pushFormat = partner.pushFormat.rawValue
    allowsPrivateAddress = partner.allowsPrivateAddress
    clockTolerance = Int32(partner.clockToleranceSeconds)
    requestsPerMinute = Int32(partner.requestsPerMinute)
    networks = partner.networks.map(\.description)
    parks = partner.parks.map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    certificate = partner.certificate
    line = partner.line
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    id = try columns.next()
    operatorID = try columns.next()
    partnerName = try columns.next()
    baseURL = try columns.next()
    pushFormat = try columns.next()
    isSandbox = try columns.next()
    allowsMD5 = try columns.next()
    allowsPrivateAddress = try columns.next()
    clockTolerance = try columns.next()
    requestsPerMinute = try columns.next()
    networks = try columns.next()
    parks = try columns.next()
    certificate = try columns.next()
  }

  var key: String { id }
  var summary: [String] { [partnerName] }

  static func name(of key: String) -> String { key }

  static func retirement(of key: String) -> SQL {
    "update parking.partner set retired_at = now() where app_id = \(key)"
  }

  func differences(from stored: PartnerRecord) -> [String] {
    difference("operator", stored.operatorID, operatorID)
      + difference("name", stored.partnerName, partnerName)
      + difference("base_url", stored.baseURL, baseURL)
      + difference("push_format", stored.pushFormat, pushFormat)
      + difference("sandbox", stored.isSandbox, isSandbox)
      + difference("allow_md5", stored.allowsMD5, allowsMD5)
      + difference("allow_private_address", stored.allowsPrivateAddress, allowsPrivateAddress)
      + difference("clock_tolerance_seconds", stored.clockTolerance, clockTolerance)
      + difference("requests_per_minute", stored.requestsPerMinute, requestsPerMinute)
      + difference("networks", stored.networks, networks) { $0.joined(separator: " ") }
      + difference("parks", stored.parks, parks) { $0.joined(separator: " ") }
      + (stored.certificate == certificate ? [] : ["another certificate"])
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.partner (app_id, operator_id, partner_name, base_url, push_format,
        sandbox, allow_md5, allow_private_address, clock_tolerance_seconds, requests_per_minute,
        networks, certificate_digest)
      values (\(id), \(operatorID), \(partnerName), \(baseURL), \(pushFormat), \(isSandbox),
        \(allowsMD5), \(allowsPrivateAddress), \(clockTolerance), \(requestsPerMinute),
        \(networks)::text[]::cidr[], decode(\(certificate), 'hex'))
      on conflict (app_id) do update set operator_id = excluded.operator_id,
        partner_name = excluded.partner_name, base_url = excluded.base_url,
        push_format = excluded.push_format, sandbox = excluded.sandbox, allow_md5 = excluded.allow_md5,
        allow_private_address = excluded.allow_private_address,
        clock_tolerance_seconds = excluded.clock_tolerance_seconds,
        requests_per_minute = excluded.requests_per_minute, networks = excluded.networks,
        certificate_digest = excluded.certificate_digest, retired_at = null
      """,
      """
      delete from parking.partner_park where app_id = \(id) and park_sn <> all (\(parks))
      """,
      """
      insert into parking.partner_park (app_id, park_sn)
      select \(id), park_sn from unnest(\(parks)) park_sn
      on conflict do nothing
      """,
    ]
  }
}
