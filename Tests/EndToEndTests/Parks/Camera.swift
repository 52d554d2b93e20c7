import Foundation
import HTTP

/// A booth's camera, with its barrier.
struct Camera {
  let token: String
  let park: TestPark

  /// Reads a plate.
  ///
  /// - Parameters:
  ///   - plate: nil for a vehicle without one.
  ///   - time: By the camera's clock; nil if it has none.
  ///   - replay: Stored by the camera and sent later.
  @discardableResult
  func push(
    _ plate: String?, event: String? = nil, at time: Date? = nil, replay: Bool = false,
    turnedBack: Bool = false, picture: [UInt8]? = nil
  ) throws -> Envelope {
    try park.send(
      read(
        plate, event: event, at: time, replay: replay, turnedBack: turnedBack, picture: picture)
    ).envelope()
  }

  /// A read from some minutes ago that the camera sends now.
  @discardableResult
  func replay(_ plate: String, minutesAgo minutes: Double) throws -> Envelope {
    try push(plate, at: Date(timeIntervalSinceNow: -minutes * 60), replay: true)
  }

  /// The request of a read.
  func read(
    _ plate: String?, event: String? = nil, at time: Date? = nil, replay: Bool = false,
    turnedBack: Bool = false, picture: [UInt8]? = nil
  ) -> Call {
    var writer = JSONWriter()
    writer.object { json in
      json.member("plate", plate ?? "")
      if let event { json.member("event_id", event) }
      if let time { json.member("captured_at", time.formatted(.iso8601)) }
      if replay { json.member("replay", true) }
      if turnedBack { json.member("turned_back", true) }
      if let picture { json.member("picture", Data(picture).base64EncodedString()) }
    }
    return call("generic/\(token)", .init(type: "application/json", bytes: writer.bytes))
  }

  /// Asks whether the barrier has to open.
  func poll() throws -> Envelope {
    try park.send(call("generic/\(token)/poll", nil)).envelope()
  }

  /// The heartbeat of a Vzenith camera as it sends it: a multipart form.
  func vzenithHeartbeat() throws -> VzenithReply {
    let fields = [
      ("device_name", "IVS"), ("ipaddr", "192.168.1.100"), ("port", "80"),
      ("user_name", "admin"), ("pass_wd", "admin"), ("serialno", "beaea4c7-d31b86fc"),
      ("channel_num", "0"),
    ]
    let boundary = "------------------------5a7b0d1c"
    let parts = fields.map { name, value in
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    let body = Array("\(parts.joined())--\(boundary)--\r\n".utf8)
    return try VzenithReply(
      try park.send(
        call(
          "vzenith/\(token)", .init(type: "multipart/form-data; boundary=\(boundary)", bytes: body)
        )))
  }

  /// A read of a Vzenith camera.
  func vzenithPush(_ plate: String, number: Int) throws -> VzenithReply {
    let now = Date().timeIntervalSince1970
    let body = """
      {"AlarmInfoPlate":{"channel":0,"deviceName":"IVS","ipaddr":"192.168.1.100","serialno":"s-1",\
      "result":{"PlateResult":{"license":"\(plate)","plateid":\(number),"confidence":97,\
      "colorType":1,"direction":4,"type":1,"triggerType":8,\
      "timeStamp":{"Timeval":{"sec":\(Int(now)),"usec":0}}}}}}
      """
    return try VzenithReply(
      try park.send(
        call("vzenith/\(token)", .init(type: "application/json", bytes: Array(body.utf8)))))
  }

  private func call(_ path: String, _ body: Call.Body?) -> Call {
    var call = Call("/device/v1/\(path)", host: park.host)
    call.method = "POST"
    call.body = body
    return call
  }
}
