import HTTP
import Parking

/// Cameras of Dahua that push ITSAPI: JSON, from some firmware XML of the same names.
///
/// They send the same event until they are answered `{"Result":true}`. That reply opens nothing:
/// the camera has a list of its own, or another device at the same booth polls.
public enum Dahua: CameraFormat {
  /// No.
  public static let opensOnReply = false
  /// No.
  public static let opensOnHeartbeat = false

  /// Reads a request's body: with `Picture` it is a capture, else a sign of life
  /// (`KeepAlive`, `DeviceInfo`), which may be empty.
  ///
  /// - Throws: `DeviceError.malformedBody`.
  public static func message(
    body: [UInt8], contentType: String?, utcOffset: Int
  ) throws(DeviceError) -> DeviceMessage {
    guard body.contains(where: { $0 > 0x20 }) else { return .heartbeat(Heartbeat()) }
    let body = DeviceText.unified(body)
    let form = DeviceForm(body: body, contentType: contentType)
    var document = form?.object
    if document == nil { document = try DeviceDocument.parse(body) }
    guard let json = document else { throw .malformedBody("JSON") }
    guard let picture = picture(in: json) else {
      return .heartbeat(Heartbeat(serialNumber: json.descendant("DeviceID")?.looseText))
    }
    var capture = capture(picture, utcOffset: utcOffset)
    for file in form?.files ?? [] { capture.addPicture(.scene, bytes: file.bytes) }
    return .capture(capture)
  }

  /// What holds the event: `Picture`, or whatever has a plate where a firmware leaves that out.
  private static func picture(in json: JSON) -> JSON? {
    if let picture = json.descendant("Picture"), picture.text == nil { return picture }
    let hasPlate = json.descendant("Plate") != nil || json.descendant("PlateNumber") != nil
    return hasPlate ? json : json.descendant("Picture")
  }

  private static func capture(_ picture: JSON, utcOffset: Int) -> Capture {
    let plate = picture.descendant("Plate") ?? picture
    let snap = picture.descendant("SnapInfo") ?? picture
    var capture = Capture(vendor: .dahua)
    let exists = plate.field("IsExist").map { $0.looseText == nil || $0.isLooselyTrue } ?? true
    let number = plate.field("PlateNumber") ?? picture.descendant("PlateNumber")
    capture.setPlate(exists ? number?.filledText : nil)
    capture.plateColor = plate.field("PlateColor")?.looseText.flatMap(PlateColor.init(word:))
    capture.confidence = plate.field("Confidence").flatMap(confidence)
    capture.direction = direction(snap.field("Direction")?.looseText)
    // The time has no zone; what `TimeZone` counts differs between firmwares.
    let time = (snap.field("AccurateTime") ?? picture.descendant("AccurateTime"))?.looseText
    capture.capturedAt = time.flatMap { DeviceTime.instant($0, utcOffset: utcOffset) }
    capture.setEventID(eventID(picture, plate: number?.looseText ?? "", time: time))
    for (name, kind) in [("NormalPic", Picture.Kind.scene), ("CutoutPic", .plate)] {
      capture.addPicture(kind, base64: picture.at(name, "Content")?.text)
    }
    capture.addPicture(.vehicle, base64: picture.at("VehiclePic", "Content")?.text)
    return capture
  }

  /// The picture's name, the time and the plate together; nil without the first two.
  private static func eventID(_ picture: JSON, plate: String, time: String?) -> String? {
    let name =
      picture.at("NormalPic", "PicName")?.looseText ?? picture.at("CutoutPic", "PicName")?.looseText
    guard name != nil || time != nil else { return nil }
    let end = name.map { String($0.suffix(64)) } ?? ""
    return [end, time ?? "", plate].joined(separator: "/")
  }

  /// Some firmware counts to 100, some to 255.
  private static func confidence(_ value: JSON) -> Int? {
    let isOf255 = value.looseInteger.map { $0 > 100 } ?? false
    return value.perMille(of: isOf255 ? 255 : 100)
  }

  private static func direction(_ word: String?) -> Capture.Direction {
    switch word?.lowercased() {
    case "obverse": .approaching
    case "reverse": .leaving
    default: .unknown
    }
  }
}

extension Dahua {
  /// Taken: do not send it again.
  public static func reply(to capture: Capture, _ decision: DeviceDecision) -> DeviceReply {
    replyToNotice()
  }

  /// Taken.
  public static func reply(toHeartbeat command: DeviceCommand?) -> DeviceReply {
    replyToNotice()
  }

  /// Taken.
  public static func replyToNotice() -> DeviceReply {
    DeviceReply { $0.member("Result", true) }
  }
}
