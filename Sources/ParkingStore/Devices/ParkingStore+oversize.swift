internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Puts on the review list that a device sent more than is taken: a vehicle passed that nobody
  /// knows. Notes that the device was seen.
  ///
  /// One entry for all that the device sends within half a minute, since a camera may send the same
  /// event again.
  public func noteOversize(from device: Device) throws {
    let detail = "设备 \(device.deviceID) 上传的内容超过 16 MiB，未能接收"
    try database.withConnection { connection in
      _ = try connection.batch([
        seen(device),
        """
        insert into parking.review_item (park_sn, booth_id, reason, detail, raised_at)
        select \(device.park.parkSN), \(device.booth.boothID), \(ReviewReason.oversizeBody),
          \(detail), clock_timestamp()
        where not exists (select from parking.review_item
          where park_sn = \(device.park.parkSN) and resolved_at is null
            and reason = \(ReviewReason.oversizeBody) and detail = \(detail)
            and raised_at > clock_timestamp() - interval '30 seconds')
        """,
      ])
    }
  }
}
