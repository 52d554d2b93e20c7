import HTTP
import Parking

/// Cameras of 臻识 (Vzenith) and their clones: HTTP push, heartbeat and short polling.
///
/// A push that opens gets `info` `ok`, and the barrier opens by that alone. Every field may be
/// missing, a number may be a text, and unknown fields are ignored.
public enum Vzenith: CameraFormat {
  /// Yes, by `info`.
  public static let opensOnReply = true
  /// Yes: by short polling, so that no connection from outside to the site is needed.
  public static let opensOnHeartbeat = true

  /// Reads a request's body: JSON for events, a form for the heartbeat.
  ///
  /// A form is read for the device's names alone; `pass_wd`, the camera's password, never leaves
  /// the bytes.
  ///
  /// - Throws: `DeviceError.empty`, `.malformedBody`.
  public static func message(
    body: [UInt8], contentType: String?, utcOffset: Int
  ) throws(DeviceError) -> DeviceMessage {
    guard !body.isEmpty else { throw .empty }
    if let form = DeviceForm(body: body, contentType: contentType) {
      return .heartbeat(
        Heartbeat(serialNumber: form.text("serialno"), deviceName: form.text("device_name")))
    }
    guard let json = LooseJSON.parse(body), case .object(let members) = json else {
      throw .malformedBody("JSON")
    }
    return event(json, members)
  }

  private static func event(_ json: JSON, _ members: [JSON.Member]) -> DeviceMessage {
    if let alarm = json["AlarmInfoPlate"] { return plate(alarm) }
    if let input = json["AlarmGioIn"] {
      let result = input.at("result", "TriggerResult")
      return .notice(
        .input(
          source: result?["source"]?.looseInteger ?? 0,
          value: result?["value"]?.looseInteger ?? 0))
    }
    if let serial = json["SerialData"] {
      return .notice(
        .serial(
          channel: serial["serialChannel"]?.looseInteger ?? 0,
          bytes: serial["data"]?.looseText.flatMap(Base64.decode) ?? []))
    }
    if let image = json["TriggerImage"] {
      let bytes = image["imageFile"]?.text.flatMap(Base64.decode)
      return .notice(.snapshot(bytes.flatMap { Picture(.scene, bytes: $0) }))
    }
    if json["serialno"] != nil, json["device_name"] != nil || json["pass_wd"] != nil {
      return .heartbeat(
        Heartbeat(
          serialNumber: json["serialno"]?.looseText, deviceName: json["device_name"]?.looseText))
    }
    return .notice(.other(members.first?.name.prefix(scalars: 64) ?? ""))
  }

  private static func plate(_ alarm: JSON) -> DeviceMessage {
    let result = alarm.at("result", "PlateResult") ?? alarm["PlateResult"] ?? alarm
    let trigger = result["triggerType"]?.looseInteger
    let text = license(result)
    if trigger == Trigger.stayEnded { return .notice(.stayEnded(plateRaw: text)) }

    var capture = Capture(vendor: .vzenith)
    capture.setPlate(text)
    capture.isTurnedBack = trigger == Trigger.turnedBack
    capture.isReplay = result["isoffline"]?.isLooselyTrue ?? false
    capture.isFake =
      result["is_fake_plate"]?.isLooselyTrue ?? false
      || result["type"]?.looseInteger == PlateType.fake
    capture.plateColor = color(result["colorType"]?.looseInteger)
    capture.confidence = result["confidence"]?.perMille(of: 100)
    capture.direction = direction(result["direction"]?.looseInteger)
    capture.gateAlreadyOpened = gateOpening(result["gioouts"])
    capture.capturedAt = time(result)
    capture.recordID = result["plateid"]?.looseInteger
    capture.setEventID(eventID(alarm, result))
    capture.addPicture(.scene, base64: result["imageFile"]?.text)
    capture.addPicture(.plate, base64: result["imageFragmentFile"]?.text)
    return .capture(capture)
  }

  /// The plate's text; nil for type 31, "no plate", and for an empty one.
  private static func license(_ result: JSON) -> String? {
    guard result["type"]?.looseInteger != PlateType.none else { return nil }
    return result["license"]?.filledText
      ?? result["plates"]?.elements?.first?["license"]?.filledText
  }

  /// `sec` and `usec` alone: the document's own sample has a year, month and day that disagree.
  private static func time(_ result: JSON) -> Instant? {
    let value = result.at("timeStamp", "Timeval")
    guard let seconds = value?["sec"]?.looseInteger, (1..<253_402_300_800).contains(seconds) else {
      return nil
    }
    let micros = value?["usec"]?.looseInteger ?? 0
    return Instant(
      microseconds: Int64(seconds) * 1_000_000
        + Int64((0..<1_000_000).contains(micros) ? micros : 0))
  }

  /// `record_uuid` of newer firmware, or serial number, running number and time together; the
  /// running number alone begins anew at some restarts.
  private static func eventID(_ alarm: JSON, _ result: JSON) -> String? {
    if let id = result["record_uuid"]?.looseText ?? alarm["record_uuid"]?.looseText { return id }
    let value = result.at("timeStamp", "Timeval")
    guard let seconds = value?["sec"]?.looseText, seconds != "0" else { return nil }
    let parts = [
      alarm["serialno"]?.looseText, result["plateid"]?.looseText, seconds,
      value?["usec"]?.looseText,
    ]
    return parts.map { $0 ?? "" }.joined(separator: "/")
  }

  private static func color(_ number: Int?) -> PlateColor? {
    let colors: [PlateColor] = [.blue, .yellow, .white, .black, .green, .yellowGreen]
    guard let number, (1...colors.count).contains(number) else { return nil }
    return colors[number - 1]
  }

  /// Down the picture is towards the camera; left and right say nothing about the lane.
  private static func direction(_ number: Int?) -> Capture.Direction {
    switch number {
    case 3: .leaving
    case 4: .approaching
    default: .unknown
    }
  }

  /// What any of the outputs says: 2, the camera's own white list while offline, before 1.
  private static func gateOpening(_ outputs: JSON?) -> Capture.GateOpening {
    let types = outputs?.elements?.map { $0["ctrltype"]?.looseInteger } ?? []
    if types.contains(2) { return .deviceOfflineList }
    return types.contains(1) ? .server : .none
  }

  private enum Trigger {
    static let stayEnded = 65
    static let turnedBack = 66
  }

  private enum PlateType {
    static let fake = 29
    static let none = 31
  }
}
