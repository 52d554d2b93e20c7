internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `device/health`: how the park's cameras did in the last 24 hours, lane by lane.
  static func deviceHealth(_ request: BoothRequest) throws -> Answer {
    let devices = try request.store.deviceHealth(of: request.park)
    return .data(HealthList(devices: devices.map { HealthLine(health: $0, request: request) }))
  }
}

private struct HealthList: JSONEncodable {
  let devices: [HealthLine]

  func encode(to writer: inout JSONWriter) {
    writer.object { $0.member("devices", devices) }
  }
}

private struct HealthLine: JSONEncodable {
  let health: DeviceHealth
  let request: BoothRequest

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("device_id", health.deviceID)
      writer.member("_id", health.boothID)
      writer.member("sentry_box_name", request.park.booth(health.boothID)?.name ?? "")
      writer.member("last_seen", request.clock(health.lastSeenAt))
      writer.member("clock_skew_ms", health.skewMilliseconds)
      writer.member("reads", health.reads)
      writer.member("repeats", health.repeats)
      writer.member("repeats_permille", health.repeatsPerMille)
      writer.member("replays", health.replays)
      writer.member("low_confidence", health.lowConfidence)
      writer.member("low_confidence_permille", health.lowConfidencePerMille)
      writer.member("other_events", health.otherEvents)
      writer.member("openings", health.openings)
      writer.member("openings_expired", health.openingsExpired)
      writer.member("command_ms", health.commandMilliseconds)
      writer.member("open_ms", health.openMilliseconds)
      writer.member("open_ms_p95", health.openMilliseconds95)
    }
  }
}
