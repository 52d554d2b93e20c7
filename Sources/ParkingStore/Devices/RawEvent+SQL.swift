internal import Parking
internal import PostgreSQL

extension RawEvent {
  /// Keeps it.
  ///
  /// - Parameters:
  ///   - device: Whose event it is.
  ///   - now: When it came.
  ///   - capture: The read's number, as an expression.
  ///   - isRepeat: It was known already.
  func insertion(
    _ device: Device, at now: SQL, capture: SQL = "null::bigint", isRepeat: Bool = false
  ) -> SQL {
    """
    insert into parking.device_event (park_sn, device_id, vendor, received_at, kind, content_type,
      size, body, capture_id, is_repeat, source, value)
    values (\(device.park.parkSN), \(device.deviceID), \(vendor), \(now), \(kind),
      \(contentType), \(Int32(clamping: size)), \(body), \(capture), \(isRepeat),
      \(source.map(Int32.init(clamping:))), \(value.map(Int32.init(clamping:))))
    """
  }
}
