public import Parking
internal import PostgreSQL

/// A camera, found by the token in its URL.
public struct Device: Sendable {
  /// Its name in the site file.
  public let deviceID: String
  /// Its park.
  public let park: ParkSettings
  /// The lane that it watches.
  public let booth: BoothSettings
  /// When it was asked for, by the database's clock.
  public let seenAt: Instant
}

extension ParkingStore {
  /// The camera with that token; nil if there is none, or it is retired.
  public func device(token: String) throws -> Device? {
    let row = try database.withConnection { connection in
      try connection.query(
        """
        select park_sn, booth_id, device_id, clock_timestamp() from parking.device
        where token_digest = \(token.sha256) and retired_at is null
        """
      ).first
    }
    guard var columns = row?.columns, let park = try park(columns.next()) else { return nil }
    let booth = try booth(columns.next(), of: park)
    return Device(
      deviceID: try columns.next(), park: park, booth: booth, seenAt: try columns.next())
  }
}
