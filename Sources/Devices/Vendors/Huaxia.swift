import HTTP
import Parking

/// Cameras of 华夏智信 in their HTTP mode 5: a form comes, and the reply sets the outputs.
///
/// Pictures are in the vendor's own base64, in which form decoding finds nothing to change.
public enum Huaxia: CameraFormat {
  /// Yes, by `gpio_data`.
  public static let opensOnReply = true
  /// Yes, by `gpio_data`; never without an opening that waits, as the vendor's sample does it.
  public static let opensOnHeartbeat = true

  /// Reads a request's form; `type` says what it is.
  ///
  /// - Throws: `DeviceError.empty`, `.malformedBody`.
  public static func message(
    body: [UInt8], contentType: String?, utcOffset: Int
  ) throws(DeviceError) -> DeviceMessage {
    guard !body.isEmpty else { throw .empty }
    let body = DeviceText.unified(body)
    // Many firmwares name no content type, or a wrong one.
    guard
      let form = DeviceForm(json: body) ?? DeviceForm(body: body, contentType: contentType)
        ?? DeviceForm(body: body, contentType: "application/x-www-form-urlencoded")
    else { throw .malformedBody("表单") }
    let type = form.text("type")?.lowercased()
    switch type {
    case "online", "offline":
      return .capture(capture(form, isReplay: type == "offline", utcOffset: utcOffset))
    case "heartbeat":
      return .heartbeat(Heartbeat(serialNumber: form.text("cam_id"), deviceName: nil))
    case _ where form.has("plate_num"):
      return .capture(capture(form, isReplay: false, utcOffset: utcOffset))
    default: return .notice(notice(form, type?.prefix(scalars: 64) ?? ""))
    }
  }

  private static func capture(_ form: DeviceForm, isReplay: Bool, utcOffset: Int) -> Capture {
    var capture = Capture(vendor: .huaxia)
    capture.setPlate(form.text("plate_num"))
    capture.isReplay = isReplay
    capture.plateColor = form.text("plate_color").flatMap(PlateColor.init(word:))
    capture.confidence = form.text("confidence").flatMap { JSON.string($0).perMille(of: 100) }
    capture.capturedAt = form.text("start_time").flatMap {
      DeviceTime.instant($0, utcOffset: utcOffset)
    }
    if capture.capturedAt != nil {
      let parts = ["park_id", "cam_id", "start_time", "plate_num"].map { form.text($0) ?? "" }
      capture.setEventID(parts.joined(separator: "/"))
    }
    capture.addPicture(.scene, base64: form.base64("picture"))
    capture.addPicture(.plate, base64: form.base64("closeup_pic"))
    for file in form.files {
      capture.addPicture(
        file.name.isLoosely("closeup_pic") ? .plate : .scene, bytes: file.bytes)
    }
    return capture
  }

  /// Reports of ports, whose fields no document gives: a name with `io` is an input's, one with
  /// `485` a serial port's.
  private static func notice(_ form: DeviceForm, _ type: String) -> DeviceNotice {
    if type.contains("485") {
      let text = form.text("data") ?? form.text("rs485_data") ?? ""
      return .serial(channel: 0, bytes: Base64.decode(text) ?? Array(text.utf8))
    }
    guard type.contains("io"), let port = form.text("ionum") ?? form.text("io") else {
      return .other(type)
    }
    let number = Int(port.filter(\.isWholeNumber)) ?? 1
    let value = form.text("action") ?? form.text("value")
    return .input(
      source: number - 1, value: value.map { JSON.string($0).isLooselyTrue ? 1 : 0 } ?? 1)
  }
}

extension Huaxia {
  /// Opens by output `io1`.
  public static func reply(to capture: Capture, _ decision: DeviceDecision) -> DeviceReply {
    reply(opening: decision.open && capture.mayOpen)
  }

  /// Opens by output `io1` when an opening waits.
  public static func reply(toHeartbeat command: DeviceCommand?) -> DeviceReply {
    reply(opening: command != nil)
  }

  /// Says that all is well.
  public static func replyToNotice() -> DeviceReply {
    reply(opening: false)
  }

  private static func reply(opening: Bool) -> DeviceReply {
    DeviceReply {
      $0.member("error_num", 0)
      $0.member("error_str", "no error")
      $0.member("gpio_data") { writer in
        writer.array { outputs in
          guard opening else { return }
          outputs.object {
            $0.member("ionum", "io1")
            $0.member("action", "on")
          }
        }
      }
    }
  }
}
