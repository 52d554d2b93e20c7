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
      picture: pictures.first?.digest, confidence: self.read.confidence,
      plateColor: self.read.plateColor)
  }

  func gate(at now: Instant) -> Gate {
    Gate(
      parkSN: device.park.parkSN, boothID: device.booth.boothID,
      timeZone: device.park.rules.timeZone.identifier, now: now, caller: .device(device.deviceID),
      repliesToCamera: read.opensOnReply)
  }

  /// Asks for the reply that the same event got before, and the number of its read.
  var replyQuery: SQL {
    """
    select reply, reply_type, capture_id from parking.capture
    where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
      and vendor = \(read.vendor) and event_id = \(read.eventID)
    """
  }

  /// The reply that the same event got before; nil if it is new.
  func storedReply(_ rows: Rows) throws -> (reply: StoredReply, captureID: Int64)? {
    try rows.first.map {
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

  /// Asks what the device's last events say of its clock.
  var clockQuery: SQL {
    """
    select steady_skew_ms, steady_events, steady_since from parking.device
    where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
    """
  }

  /// What the device's last events say of its clock; nil before the first.
  func clock(_ rows: Rows) throws -> DeviceClock? {
    var columns = try rows.one().columns
    guard let skew = try columns.next(Int64?.self) else { return nil }
    return DeviceClock(
      skew: skew, events: Int(try columns.next(Int16.self)), since: try columns.next())
  }

  /// What is kept of the event, whatever was decided.
  func statements(
    _ read: Read, decision: Decision, reply: StoredReply, clock: DeviceClock?, now: Instant
  ) -> [SQL] {
    // In the order of their digests, so that two transactions never wait for each other.
    pictures.sorted { $0.digest.lexicographicallyPrecedes($1.digest) }
      .map { $0.insertion(device.park.parkSN) }
      + [insertionWithRaw(read, decision, reply, now), deviceUpdate(clock, now)]
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
      captured_at, reported_at, plate_raw, plate, plate_kind, plate_color, confidence,
      character_confidence, is_replay, is_turned_back, arrival_id, pictures, reply, reply_type)
    values (\(device.park.parkSN), \(device.booth.boothID), \(device.deviceID),
      \(self.read.vendor), \(self.read.eventID), \(now), \(read.time), \(self.read.capturedAt),
      \(read.plate.raw), \(read.plate.key), \(read.plate.kind), \(self.read.plateColor),
      \(self.read.confidence.map(Int16.init(clamping:))),
      \(self.read.characterConfidence.map(Int16.init(clamping:))), \(self.read.isReplay),
      \(self.read.isTurnedBack), \(decision.arrivalID), \(pictures.map(\.digest.hex)),
      \(reply.body), \(reply.contentType))
    """
  }

  private func deviceUpdate(_ clock: DeviceClock?, _ now: Instant) -> SQL {
    guard !read.isReplay, let skew = skew(at: now) else {
      return """
        update parking.device set last_seen_at = \(now)
        where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
        """
    }
    let clock = DeviceClock.following(clock, skew: skew, now: now)
    return """
      update parking.device set last_seen_at = \(now), last_skew_ms = \(skew),
        steady_skew_ms = \(clock.skew), steady_events = \(Int16(clamping: clock.events)),
        steady_since = \(clock.since)
      where park_sn = \(device.park.parkSN) and device_id = \(device.deviceID)
      """
  }
}
