public import HTTP
import Parking

/// Our own format, for whatever can be programmed: `docs/devices.md` describes it.
///
/// Whoever writes a client for it reads our answers, so it is strict: a field of the wrong type is
/// an error that names it. Only a picture that is none is dropped and counted, as everywhere.
public enum GenericDevice {
  /// Reads an event from the parameters of its request.
  ///
  /// `plate` must be there; null or empty says that there is no plate. Every other parameter may be
  /// absent, null or empty.
  ///
  /// - Throws: `DeviceError.missing`, `.malformed` with the parameter's name.
  public static func capture(_ parameters: Parameters) throws(DeviceError) -> Capture {
    let fields = GenericFields(parameters)
    var capture = Capture(vendor: .generic)
    guard parameters.names.contains("plate") else { throw .missing(field: "plate") }
    capture.setPlate(try fields.text("plate", longest: nil))
    capture.eventID = try fields.text("event_id", longest: Capture.maximumEventIDLength)
    capture.capturedAt = try time(fields)
    capture.isReplay = try fields.flag("replay")
    capture.isTurnedBack = try fields.flag("turned_back")
    capture.confidence = try confidence(fields)
    capture.plateColor = try fields.text("plate_color", longest: 64).flatMap(PlateColor.init(word:))
    if let file = parameters.file("picture") {
      capture.addPicture(.scene, bytes: file.bytes)
    } else {
      capture.addPicture(.scene, base64: try fields.text("picture", longest: nil))
    }
    return capture
  }

  private static func time(_ fields: GenericFields) throws(DeviceError) -> Instant? {
    guard let text = try fields.text("captured_at", longest: 64) else { return nil }
    guard let time = CivilTime(text), time.offset != nil else {
      throw .malformed(
        field: "captured_at", expected: "带时区的 ISO 8601 时间，例如 2026-11-22T10:00:00+08:00")
    }
    return time.instant(assumingOffset: 0)
  }

  private static func confidence(_ fields: GenericFields) throws(DeviceError) -> Int? {
    guard let text = try fields.text("confidence", longest: 64) else { return nil }
    // Swift also reads signs, hexadecimal digits and words.
    guard text.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
      !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }),
      let number = Double(text), (0...1).contains(number)
    else {
      throw .malformed(field: "confidence", expected: "0 到 1 之间的数")
    }
    return Int((number * 1000).rounded())
  }
}
