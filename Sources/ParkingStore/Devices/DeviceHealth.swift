public import Parking
internal import PostgreSQL

/// How a device and its lane did in the last 24 hours: a row of `parking.device_health`.
public struct DeviceHealth: Sendable, Equatable {
  /// Its park.
  public let parkSN: String
  /// Its name in the site file.
  public let deviceID: String
  /// Its lane.
  public let boothID: String
  /// Its last event, poll or heartbeat; nil: never.
  public let lastSeenAt: Instant?
  /// How far its clock was ahead at its last live event; nil: it gave no time.
  public let skewMilliseconds: Int?
  /// Reads, repetitions not counted.
  public let reads: Int
  /// Repetitions of known reads.
  public let repeats: Int
  /// Reads that the camera had stored.
  public let replays: Int
  /// Reads of which the camera was less sure than 800 thousandths.
  public let lowConfidence: Int
  /// Events that are no reads.
  public let otherEvents: Int
  /// Openings of the lane's barrier.
  public let openings: Int
  /// Openings that no device of the lane came for in time.
  public let openingsExpired: Int
  /// From a press to the device that took it, the median; nil: there was none.
  public let commandMilliseconds: Int?
  /// From a vehicle's first read to the opening, the median; nil: there was none.
  public let openMilliseconds: Int?
  /// The same, of which 95 % are shorter.
  public let openMilliseconds95: Int?

  /// Repetitions in thousandths of all that came.
  public var repeatsPerMille: Int { Self.perMille(repeats, of: reads + repeats) }
  /// Uncertain reads in thousandths of the reads.
  public var lowConfidencePerMille: Int { Self.perMille(lowConfidence, of: reads) }

  static let columns: SQL = """
    park_sn, device_id, booth_id, last_seen_at, last_skew_ms, reads, repeats, replays,
    low_confidence, other_events, openings, openings_expired, command_ms, open_ms, open_ms_p95
    """

  init(_ row: Row) throws(DatabaseError) {
    var columns = row.columns
    func count(_ columns: inout RowDecoder) throws(DatabaseError) -> Int {
      Int(try columns.next(Int64.self))
    }
    func time(_ columns: inout RowDecoder) throws(DatabaseError) -> Int? {
      try columns.next(Int64?.self).map { Int($0) }
    }
    parkSN = try columns.next()
    deviceID = try columns.next()
    boothID = try columns.next()
    lastSeenAt = try columns.next()
    skewMilliseconds = try time(&columns)
    reads = try count(&columns)
    repeats = try count(&columns)
    replays = try count(&columns)
    lowConfidence = try count(&columns)
    otherEvents = try count(&columns)
    openings = try count(&columns)
    openingsExpired = try count(&columns)
    commandMilliseconds = try time(&columns)
    openMilliseconds = try time(&columns)
    openMilliseconds95 = try time(&columns)
  }

  private static func perMille(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
  }
}

extension ParkingStore {
  /// How the devices of a park do, lane by lane.
  public func deviceHealth(of park: ParkSettings) throws -> [DeviceHealth] {
    try database.withConnection { connection in
      try connection.query(
        """
        select \(DeviceHealth.columns) from parking.device_health
        where park_sn = \(park.parkSN) order by booth_id, device_id
        """
      ).map { try DeviceHealth($0) }
    }
  }
}

extension SiteStore {
  /// How the devices of a park do, or those of all parks.
  ///
  /// - Throws: `SiteStoreError`.
  public func deviceHealth(ofPark park: String?) throws(SiteStoreError) -> [DeviceHealth] {
    try transaction {
      try connection.query(
        """
        select \(DeviceHealth.columns) from parking.device_health
        where park_sn = \(park) or \(park) is null order by park_sn, booth_id, device_id
        """
      ).map { try DeviceHealth($0) }
    }
  }
}
