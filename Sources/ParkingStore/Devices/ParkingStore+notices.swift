internal import PostgreSQL

extension ParkingStore {
  /// Keeps a device's event that is no read of a plate: an input, a barrier's state, serial data.
  /// Notes that the device was seen.
  public func note(_ event: RawEvent, from device: Device) throws {
    try database.withConnection { connection in
      _ = try connection.batch([
        seen(device), event.insertion(device, at: "clock_timestamp()"),
      ])
    }
  }

  /// Notes that a device was seen.
  func seen(_ device: Device) -> SQL {
    """
    update parking.device set last_seen_at = clock_timestamp()
    where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
    """
  }
}
