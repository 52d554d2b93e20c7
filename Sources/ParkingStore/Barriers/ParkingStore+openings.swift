internal import PostgreSQL

extension ParkingStore {
  /// How a camera asks whether its barrier has to open.
  public enum Errand: String, Sendable {
    case heartbeat, poll
  }

  /// The oldest opening that waits for the camera, which is taken with this: at most once, and
  /// within 10 seconds of the press (rule 11). Notes that the camera was seen.
  public func takeOpening(for device: Device, by errand: Errand) throws -> OpeningCommand? {
    try database.withConnection { connection in
      let results = try connection.batch([
        seen(device),
        """
        update parking.opening
        set delivered_at = least(clock_timestamp(), expires_at), delivered_by = \(errand.rawValue)
        where opening_id = (
          select opening_id from parking.opening
          where park_sn = \(device.park.parkSN) and booth_id = \(device.booth.boothID)
            and delivered_at is null and expires_at > statement_timestamp()
          order by expires_at, opening_id limit 1 for update skip locked)
        returning opening_id, display
        """,
      ])
      return try results[1].first.map { row in
        OpeningCommand(commandID: try row.decode(at: 0), display: try row.decode(at: 1))
      }
    }
  }
}
