import HTTP
import Parking

/// Cameras of Hikvision that post ISAPI events: XML alone, or in multipart with its pictures.
///
/// Their reply is empty and opens nothing; a barrier needs another device at the same booth that
/// polls. Elements are known by their local names, whatever the namespace or prefix.
public enum Hikvision: CameraFormat {
  /// No: the camera ignores what it is answered.
  public static let opensOnReply = false
  /// No.
  public static let opensOnHeartbeat = false

  /// Reads a request's body: the XML, and the pictures beside it.
  ///
  /// - Throws: `DeviceError.empty`, `.malformedBody`, also for a document type.
  public static func message(
    body: [UInt8], contentType: String?, utcOffset: Int
  ) throws(DeviceError) -> DeviceMessage {
    guard !body.isEmpty else { throw .empty }
    let parts = parts(DeviceText.unified(body), contentType)
    guard let alert = try alert(in: parts) else { throw .malformedBody("XML") }

    let plate = plateNames.lazy.compactMap { alert.descendant($0)?.filledText }.first
    let type = alert.descendant("eventType")?.looseText?.lowercased()
    guard type == "anpr" || plate != nil && type != "heartbeat" else {
      return type == "heartbeat"
        ? .heartbeat(Heartbeat(serialNumber: alert.descendant("macAddress")?.looseText))
        : .notice(.other(type?.prefix(scalars: 64) ?? ""))
    }
    var capture = capture(alert, plate: plate, utcOffset: utcOffset)
    for part in parts where !part.isEvent && !part.bytes.isEmpty {
      capture.addPicture(kind(of: part), bytes: Array(part.bytes))
    }
    return .capture(capture)
  }

  /// `licensePlate` of today's firmware, the older names, and what was read before a list's
  /// correction.
  private static let plateNames = [
    "licensePlate", "plateNumber", "plate", "originalLicensePlate",
  ]

  private static func parts(_ body: [UInt8], _ contentType: String?) -> [Multipart.Part] {
    let whole = Multipart.Part(name: nil, fileName: nil, bytes: body[...])
    return whole.isEvent ? [whole] : Multipart.parts(of: body, contentType: contentType)
  }

  /// The first event among the parts, one with a plate before others; newer firmware can be set to
  /// write it as JSON.
  private static func alert(in parts: [Multipart.Part]) throws(DeviceError) -> JSON? {
    var found: JSON?
    for part in parts where part.isEvent {
      guard let document = try DeviceDocument.parse(Array(part.bytes)),
        document.members?.isEmpty == false
      else { continue }
      if plateNames.contains(where: { document.descendant($0) != nil }) { return document }
      found = found ?? document
    }
    return found
  }

  private static func capture(_ alert: JSON, plate: String?, utcOffset: Int) -> Capture {
    var capture = Capture(vendor: .hikvision)
    capture.setPlate(plate)
    capture.setEventID(
      alert.descendant("UUID")?.looseText ?? alert.descendant("pId")?.looseText)
    let time = alert.descendant("dateTime") ?? alert.descendant("absTime")
    capture.capturedAt = time?.looseText.flatMap {
      DeviceTime.instant($0, utcOffset: utcOffset)
    }
    capture.isReplay =
      alert.descendant("isDataRetransmission")?.isLooselyTrue ?? false
      || alert.descendant("alarmDataType")?.looseInteger == 1
    capture.confidence = alert.descendant("confidenceLevel")?.perMille(of: 100)
    capture.plateColor = alert.descendant("plateColor")?.looseText.flatMap(PlateColor.init(word:))
    capture.direction = direction(alert.descendant("direction")?.looseText)
    let believed = alert.descendant("plateCharBelieve")?.looseText?.split(separator: ",") ?? []
    let sureness = believed.compactMap { JSON.string(String($0)).perMille(of: 100) }
    if sureness.count == capture.plateRaw?.unicodeScalars.count {
      capture.characterConfidence = sureness
    }
    return capture
  }

  private static func direction(_ word: String?) -> Capture.Direction {
    switch word?.lowercased() {
    case "forward": .approaching
    case "reverse": .leaving
    default: .unknown
    }
  }

  private static func kind(of part: Multipart.Part) -> Picture.Kind {
    let name = "\(part.name ?? "") \(part.fileName ?? "")".lowercased()
    return name.contains("plate") ? .plate : name.contains("vehicle") ? .vehicle : .scene
  }
}

extension Hikvision {
  /// Empty.
  public static func reply(to capture: Capture, _ decision: DeviceDecision) -> DeviceReply {
    DeviceReply(contentType: "text/plain", body: [])
  }

  /// Empty.
  public static func reply(toHeartbeat command: DeviceCommand?) -> DeviceReply {
    DeviceReply(contentType: "text/plain", body: [])
  }

  /// Empty.
  public static func replyToNotice() -> DeviceReply {
    DeviceReply(contentType: "text/plain", body: [])
  }
}

extension Multipart.Part {
  /// Whether the content begins as XML or JSON, behind a byte order mark or white space perhaps.
  fileprivate var isEvent: Bool {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let first = content.first { $0 > 0x20 }
    return first == UInt8(ascii: "<") || first == UInt8(ascii: "{")
  }
}
