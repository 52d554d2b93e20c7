internal import Parking
internal import PostgreSQL

/// A row of `parking.park`.
struct ParkRecord: SiteRecord {
  static let kind = "park"
  static let selection: SQL = """
    select park_sn, operator_id, park_name, time_zone, places, temporary_entry,
      lease_lead_minutes, long_stay_hours, payment_url, raw_event_days, lease_places, tariff_id,
      longitude, latitude, retired_at is not null
    from parking.park order by park_sn
    """

  let id: String
  let operatorID: String
  let parkName: String
  let timeZone: String
  let places: Int
  let temporaryEntry: String
  let leaseLeadMinutes: Int
  let longStayHours: Int
  let paymentURL: String
  let rawEventDays: Int
  let leasePlaces: Int32?
  let tariffID: String?
  let longitude: String
  let latitude: String
  /// Where the file names its tariff, else where the park stands.
  var tariffLine: Int?
  var line: Int?

  init(_ park: SiteFile.Park, of site: SiteFile.Operator) {
    (id, operatorID, parkName) = (park.id, site.id, park.name)
    (timeZone, places) = (park.timeZone.identifier, park.places)
    temporaryEntry = park.temporaryEntry.rawValue
    (leaseLeadMinutes, longStayHours) = (park.leaseLeadMinutes, park.longStayHours)
    (paymentURL, rawEventDays) = (park.paymentURL?.template ?? "", park.rawEventDays)
    leasePlaces = park.leasePlaces.map(Int32.init)
    (tariffID, tariffLine) = (park.tariff?.id, park.tariff?.line ?? park.line)
    (longitude, latitude, line) = (park.longitude, park.latitude, park.line)
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    id = try columns.next()
    operatorID = try columns.next()
    parkName = try columns.next()
    timeZone = try columns.next()
    places = try columns.next()
    temporaryEntry = try columns.next()
    leaseLeadMinutes = try columns.next()
    longStayHours = try columns.next()
    paymentURL = try columns.next()
    rawEventDays = try columns.next()
    leasePlaces = try columns.next()
    tariffID = try columns.next()
    longitude = try columns.next()
    latitude = try columns.next()
  }

  var key: String { id }
  var summary: [String] { [parkName, "\(places) places"] }
  var tariffKey: TariffRecord.Key? {
    tariffID.map { TariffRecord.Key(operatorID: operatorID, id: $0) }
  }

  static func name(of key: String) -> String { key }

  static func retirement(of key: String) -> SQL {
    "update parking.park set retired_at = now() where park_sn = \(key)"
  }

  func differences(from stored: ParkRecord) -> [String] {
    difference("operator", stored.operatorID, operatorID)
      + difference("name", stored.parkName, parkName)
      + difference("time_zone", stored.timeZone, timeZone)
      + difference("places", stored.places, places)
      + difference("temporary_entry", stored.temporaryEntry, temporaryEntry)
      + difference("lease_lead_minutes", stored.leaseLeadMinutes, leaseLeadMinutes)
      + difference("long_stay_hours", stored.longStayHours, longStayHours)
      + difference("payment_url", stored.paymentURL, paymentURL)
      + difference("raw_event_days", stored.rawEventDays, rawEventDays)
      + difference("lease_places", stored.leasePlaces, leasePlaces) { $0.map(String.init) ?? "" }
      + difference("tariff", stored.tariffID, tariffID) { $0 ?? "" }
      + difference("longitude", stored.longitude, longitude)
      + difference("latitude", stored.latitude, latitude)
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.park (park_sn, operator_id, park_name, time_zone, places,
        temporary_entry, lease_lead_minutes, long_stay_hours, payment_url, raw_event_days,
        lease_places, tariff_id, longitude, latitude)
      values (\(id), \(operatorID), \(parkName), \(timeZone), \(places), \(temporaryEntry),
        \(leaseLeadMinutes), \(longStayHours), \(paymentURL), \(rawEventDays),
        \(leasePlaces), \(tariffID as String?), \(longitude), \(latitude))
      on conflict (park_sn) do update set operator_id = excluded.operator_id,
        park_name = excluded.park_name, time_zone = excluded.time_zone,
        places = excluded.places, temporary_entry = excluded.temporary_entry,
        lease_lead_minutes = excluded.lease_lead_minutes,
        long_stay_hours = excluded.long_stay_hours,
        payment_url = excluded.payment_url, raw_event_days = excluded.raw_event_days,
        lease_places = excluded.lease_places, tariff_id = excluded.tariff_id,
        longitude = excluded.longitude, latitude = excluded.latitude, retired_at = null
      """
    ]
  }
}
