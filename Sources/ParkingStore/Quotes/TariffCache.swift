internal import Parking
internal import PostgreSQL

/// The tariff versions that were needed so far. A version never changes and is parsed once.
struct TariffCache {
  private struct Entry {
    let from: Instant
    let tariff: Tariff
  }

  private var entries: [Int32: Entry] = [:]

  /// The versions that price a stay which began under one of them: that one, or all of the same
  /// tariff if it says that others count as well; nil if one cannot be read.
  mutating func history(
    of versionID: Int32, _ zone: ParkTimeZone, _ connection: Connection
  ) throws -> TariffHistory? {
    guard let first = try entry(versionID, connection) else { return nil }
    guard first.tariff.pricesBy != .entry else {
      return TariffHistory([Self.version(versionID, first, zone)])
    }
    let rows = try connection.query(
      """
      select v.tariff_version_id from parking.tariff_version v
      join parking.tariff_version own using (operator_id, tariff_id)
      where own.tariff_version_id = \(versionID) order by v.valid_from
      """)
    return try history(
      of: rows.map { row throws(DatabaseError) in try row.decode(at: 0) }, zone, connection)
  }

  /// Just these versions; nil if one cannot be read.
  mutating func history(
    of versionIDs: [Int32], _ zone: ParkTimeZone, _ connection: Connection
  ) throws -> TariffHistory? {
    var versions: [TariffHistory.Version] = []
    for versionID in versionIDs {
      guard let entry = try entry(versionID, connection) else { return nil }
      versions.append(Self.version(versionID, entry, zone))
    }
    return TariffHistory(versions)
  }

  private static func version(
    _ versionID: Int32, _ entry: Entry, _ zone: ParkTimeZone
  ) -> TariffHistory.Version {
    TariffHistory.Version(
      number: versionID, from: entry.from,
      to: entry.tariff.validTo.map { zone.instant(of: $0) }, tariff: entry.tariff)
  }

  private mutating func entry(_ versionID: Int32, _ connection: Connection) throws -> Entry? {
    if let known = entries[versionID] { return known }
    let row = try connection.query(
      """
      select valid_from, document from parking.tariff_version
      where tariff_version_id = \(versionID)
      """
    ).one()
    let from: Timestamp = try row.decode(at: 0)
    guard let tariff = try? Tariff(json: row.decode(at: 1)) else { return nil }
    // A first version holds from the beginning of time.
    let entry = Entry(from: from.finite ?? Instant(microseconds: .min), tariff: tariff)
    entries[versionID] = entry
    return entry
  }
}
