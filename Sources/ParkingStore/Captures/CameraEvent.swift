internal import Parking
internal import PostgreSQL

/// A camera's read on its way into the database.
struct CameraEvent {
  let read: CameraRead
  let device: Device
  /// Those that could be kept.
  let pictures: [PictureFile]

  /// How far the camera's clock is ahead, in milliseconds; nil when it gave no time.
  func skew(at now: Instant) -> Int64? {
    read.capturedAt.map { captured in
      let (difference, overflow) = captured.microseconds.subtractingReportingOverflow(
        now.microseconds)
      return overflow ? .max / 2 : difference / 1000
    }
  }

  /// The read as it counts: by the database's clock if live, by the camera's if history.
  func read(_ liveness: Liveness, now: Instant) -> Read {
    Read(
      plate: read.plate, time: liveness == .replay ? min(read.capturedAt ?? now, now) : now,
      liveness: liveness, isOpenedByDevice: read.isOpenedByDevice,
      picture: pictures.first?.digest)
  }

  func gate(at now: Instant) -> Gate {
    Gate(
      parkSN: device.park.parkSN, boothID: device.booth.boothID,
      timeZone: device.park.rules.timeZone.identifier, now: now, caller: .device(device.deviceID),
      repliesToCamera: read.opensOnReply)
  }

  /// The reply that the same event got before, and the number of its read.
  func storedReply(
    _ connection: Connection
  ) throws -> (reply: StoredReply, captureID: Int64)? {
    guard let eventID = read.eventID else { return nil }
    let rows = try connection.query(
      """
      select reply, reply_type, capture_id from parking.capture
      where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
        and event_id = \(eventID)
      """)
    return try rows.first.map {
      (
        StoredReply(body: try $0.decode(at: 0), contentType: try $0.decode(at: 1)),
        try $0.decode(at: 2)
      )
    }
  }

  /// Keeps the event as it came once more: as a repetition of that read.
  func keepRepetition(of captureID: Int64, _ connection: Connection) throws {
    guard let raw = read.raw else { return }
    _ = try connection.query(
      raw.insertion(device, at: "clock_timestamp()", capture: "\(captureID)", isRepeat: true))
  }

  /// How far its clock was ahead at its last event.
  func lastSkew(_ connection: Connection) throws -> Int64? {
    try connection.query(
      """
      select last_skew_ms from parking.device
      where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
      """
    ).one().decode(at: 0)
  }

  /// What is kept of the event, whatever was decided.
  func statements(
    _ read: Read, decision: Decision, reply: StoredReply, now: Instant
  ) -> [SQL] {
    // In the order of their digests, so that two transactions never wait for each other.
    pictures.sorted { $0.digest.lexicographicallyPrecedes($1.digest) }
      .map { $0.insertion(device.park.parkSN) }
      + [insertionWithRaw(read, decision, reply, now), deviceUpdate(now)]
  }

  private func insertionWithRaw(
    _ read: Read, _ decision: Decision, _ reply: StoredReply, _ now: Instant
  ) -> SQL {
    let insertion = insertion(read, decision, reply, now)
    guard let raw = self.read.raw else { return insertion }
    let kept = raw.insertion(device, at: "\(now)", capture: "(select capture_id from taken)")
    return "with taken as (\(insertion) returning capture_id) \(kept)"
  }

  private func insertion(
    _ read: Read, _ decision: Decision, _ reply: StoredReply, _ now: Instant
  ) -> SQL {
    """
    insert into parking.capture (park_sn, booth_id, device_id, vendor, event_id, received_at,
      captured_at, reported_at, plate_raw, plate, plate_kind, plate_color, confidence, is_replay,
      is_turned_back, arrival_id, pictures, reply, reply_type)
    values (\(device.park.parkSN), \(device.booth.boothID), \(device.deviceID),
      \(self.read.vendor), \(self.read.eventID), \(now), \(read.time), \(self.read.capturedAt),
      \(read.plate.raw), \(read.plate.key), \(read.plate.kind), \(self.read.plateColor),
      \(self.read.confidence.map(Int16.init(clamping:))), \(self.read.isReplay),
      \(self.read.isTurnedBack), \(decision.arrivalID), \(pictures.map(\.digest.hex)),
      \(reply.body), \(reply.contentType))
    """
  }

  private func deviceUpdate(_ now: Instant) -> SQL {
    let skew = read.isReplay ? nil : skew(at: now)
    return """
      update parking.device set last_seen_at = \(now),
        last_skew_ms = coalesce(\(skew), last_skew_ms)
      where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
      """
  }
}
