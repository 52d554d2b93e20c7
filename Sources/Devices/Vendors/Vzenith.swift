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
  /// A form is read for an event in it and for the device's names alone; `pass_wd`, the camera's
  /// password, never leaves the bytes.
  ///
  /// - Throws: `DeviceError.empty`, `.malformedBody`.
  public static func message(
    body: [UInt8], contentType: String?, utcOffset: Int
  ) throws(DeviceError) -> DeviceMessage {
    guard !body.isEmpty else { throw .empty }
    let body = DeviceText.unified(body)
    let form = DeviceForm(body: body, contentType: contentType)
    if let json = form?.object {
      return event(json, files: form?.files ?? [], utcOffset: utcOffset)
    }
    if let form {
      return .heartbeat(
        Heartbeat(serialNumber: form.text("serialno"), deviceName: form.text("device_name")))
    }
    guard let json = LooseJSON.parse(body), json.eventObject != nil else {
      throw .malformedBody("JSON")
    }
    return event(json, files: [], utcOffset: utcOffset)
  }

  private static func event(
    _ json: JSON, files: [(name: String, bytes: [UInt8])], utcOffset: Int
  ) -> DeviceMessage {
    if let alarm = json.field("AlarmInfoPlate") { return plate(alarm, json, files, utcOffset) }
    if let input = json.field("AlarmGioIn") { return .notice(Vzenith.input(input)) }
    if let serial = json.field("SerialData") {
      return .notice(
        .serial(
          channel: serial.field("serialChannel")?.looseInteger ?? 0,
          bytes: serial.field("data")?.looseText.flatMap(Base64.decode) ?? []))
    }
    if let image = json.field("TriggerImage") {
      let bytes = image.field("imageFile")?.text.flatMap(Base64.decode)
      return .notice(.snapshot(bytes.flatMap { Picture(.scene, bytes: $0) }))
    }
    if json.descendant("PlateResult") != nil || json.field("license") != nil {
      return plate(json, json, files, utcOffset)
    }
    if json.field("serialno") != nil,
      json.field("device_name") != nil || json.field("pass_wd") != nil
    {
      return .heartbeat(
        Heartbeat(
          serialNumber: json.field("serialno")?.looseText,
          deviceName: json.field("device_name")?.looseText))
    }
    return .notice(other(json.eventObject?.first?.name.prefix(scalars: 64) ?? ""))
  }

  private static func input(_ alarm: JSON) -> DeviceNotice {
    let result = alarm.descendant("TriggerResult") ?? alarm
    return .input(
      source: result.field("source")?.looseInteger ?? 0,
      value: result.field("value")?.looseInteger ?? 0)
  }

  /// Firmware from 1.8.9 on reports barriers under names that no document gives.
  private static func other(_ name: String) -> DeviceNotice {
    let word = name.lowercased()
    return word.contains("barrier") || word.contains("gate") ? .barrier(name) : .other(name)
  }

  private static func plate(
    _ alarm: JSON, _ json: JSON, _ files: [(name: String, bytes: [UInt8])], _ utcOffset: Int
  ) -> DeviceMessage {
    let result = alarm.descendant("PlateResult") ?? alarm.field("result") ?? alarm
    let trigger = result.field("triggerType")?.looseInteger
    let text = license(result)
    if trigger == Trigger.stayEnded { return .notice(.stayEnded(plateRaw: text)) }

    var capture = Capture(vendor: .vzenith)
    capture.setPlate(text)
    capture.isTurnedBack = trigger == Trigger.turnedBack
    capture.isReplay = result.field("isoffline")?.isLooselyTrue ?? false
    capture.isFake =
      result.field("is_fake_plate")?.isLooselyTrue ?? false
      || result.field("type")?.looseInteger == PlateType.fake
    capture.plateColor = color(result.field("colorType"))
    capture.confidence = result.field("confidence")?.perMille(of: 100)
    capture.direction = direction(result.field("direction")?.looseInteger)
    capture.gateAlreadyOpened = gateOpening(result.field("gioouts"))
    capture.capturedAt = VzenithTime(result).instant(utcOffset: utcOffset)
    capture.recordID = result.field("plateid")?.looseInteger
    capture.setEventID(eventID(alarm, result, json))
    capture.addPicture(.scene, base64: result.field("imageFile")?.text)
    capture.addPicture(.plate, base64: result.field("imageFragmentFile")?.text)
    for file in files {
      let isPlate = file.name.lowercased().contains("fragment")
      capture.addPicture(isPlate ? .plate : .scene, bytes: file.bytes)
    }
    return .capture(capture)
  }

  /// The plate's text; nil for type 31, "no plate", and for an empty one.
  private static func license(_ result: JSON) -> String? {
    guard result.field("type")?.looseInteger != PlateType.none else { return nil }
    return result.field("license")?.filledText
      ?? result.field("plates")?.field("license")?.filledText
  }

  /// `record_uuid` of newer firmware, or serial number, running number and time together; the
  /// running number alone begins anew at some restarts.
  private static func eventID(_ alarm: JSON, _ result: JSON, _ json: JSON) -> String? {
    let id = [result, alarm, json].lazy.compactMap { $0.field("record_uuid")?.looseText }.first
    if let id { return id }
    guard let time = VzenithTime(result).key else { return nil }
    let serial = alarm.field("serialno")?.looseText ?? json.descendant("serialno")?.looseText
    let parts = [serial, result.field("plateid")?.looseText, time]
    return parts.map { $0 ?? "" }.joined(separator: "/")
  }

  /// By the document's number, or a word where a firmware sends one.
  private static func color(_ value: JSON?) -> PlateColor? {
    let colors: [PlateColor] = [.blue, .yellow, .white, .black, .green, .yellowGreen]
    guard let number = value?.looseInteger else {
      return value?.looseText.flatMap(PlateColor.init(word:))
    }
    return (1...colors.count).contains(number) ? colors[number - 1] : nil
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
    let all = outputs?.elements ?? outputs.map { [$0] } ?? []
    let types = all.map { $0.field("ctrltype")?.looseInteger }
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

extension JSON {
  /// The members of the event: of the object itself, or of the first one in an array.
  fileprivate var eventObject: [Member]? {
    members ?? elements?.lazy.compactMap(\.members).first
  }
}
