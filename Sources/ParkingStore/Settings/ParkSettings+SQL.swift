internal import Parking
public import PostgreSQL

extension ParkSettings {
  /// The park with that number, unless it is retired.
  static func load(_ parkSN: String, _ connection: Connection) throws -> ParkSettings? {
    let parks = try connection.query(
      """
      select p.park_name, p.time_zone, p.places, p.temporary_entry, p.lease_lead_minutes, p.payment_url,
        array(select n.network::text from parking.trusted_network n where n.park_sn = p.park_sn)
      from parking.park p where p.park_sn = \(parkSN) and p.retired_at is null
      """)
    guard let row = parks.first else { return nil }
    var columns = row.columns
    let name = try columns.next(String.self)
    let zone = try columns.next(String.self)
    let places = try columns.next(Int32.self)
    let entry = try columns.next(ParkRules.TemporaryEntry.self)
    let leaseLead = try columns.next(Int32.self)
    let paymentURL = PaymentURL(try columns.next())
    let networks = try columns.next([String].self)
    guard let timeZone = ParkTimeZone(identifier: zone) else {
      throw StoreError.unknownTimeZone(parkSN: parkSN)
    }
    return ParkSettings(
      parkSN: parkSN, name: name,
      rules: ParkRules(
        timeZone: timeZone, places: Int(places), temporaryEntry: entry,
        leaseLeadMinutes: Int(leaseLead)),
      paymentURL: paymentURL, booths: try booths(of: parkSN, connection),
      trustedNetworks: networks.compactMap { try? Network($0) }
    )
  }

  private static func booths(
    of parkSN: String, _ connection: Connection
  ) throws -> [BoothSettings] {
    try connection.query(
      """
      select booth_id, booth_name, direction, video_url from parking.booth
      where park_sn = \(parkSN) and retired_at is null order by position, booth_id
      """
    ).map { row in
      var columns = row.columns
      return BoothSettings(
        boothID: try columns.next(), name: try columns.next(), direction: try columns.next(),
        videoURL: try columns.next())
    }
  }
}

extension BoothSettings.Direction: SQLEncodable, SQLDecodable {}
