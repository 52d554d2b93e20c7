public import Parking
internal import PostgreSQL

/// A park as leasing sees it.
public struct LeasePark: Sendable {
  /// Its number.
  public let parkSN: String
  /// The zone of its clocks, by which windows begin and end.
  public let timeZone: ParkTimeZone
  /// Its offer, open or not; nil when it has none.
  public let offer: LeaseOffer?

  /// Made of its parts.
  public init(parkSN: String, timeZone: ParkTimeZone, offer: LeaseOffer?) {
    self.parkSN = parkSN
    self.timeZone = timeZone
    self.offer = offer
  }

  /// Reads the time zone and an offer; nil where an outer join found no park.
  static func optional(
    _ parkSN: String?, _ columns: inout RowDecoder, _ zones: inout ZoneCache
  ) throws -> LeasePark? {
    let zone = try columns.next(String?.self)
    let offer = try LeaseOffer.optional(&columns)
    guard let parkSN, let zone else { return nil }
    guard let timeZone = zones.zone(zone) else {
      throw StoreError.unknownTimeZone(parkSN: parkSN)
    }
    return LeasePark(parkSN: parkSN, timeZone: timeZone, offer: offer)
  }
}

/// Time zones by name, looked up once: that takes longer than to price a stay.
struct ZoneCache {
  private var zones: [String: ParkTimeZone] = [:]

  mutating func zone(_ identifier: String) -> ParkTimeZone? {
    if let known = zones[identifier] { return known }
    let zone = ParkTimeZone(identifier: identifier)
    zones[identifier] = zone
    return zone
  }
}
