import Foundation
import Parking

/// 华夏智信, HTTP mode 5: a form, its pictures in the vendor's own base64.
struct HuaxiaCamera: VendorCamera {
  static let name = "huaxia"
  static let resends: Int? = 3
  static let waitsForContinuation = false

  private let identity: CameraIdentity

  init(_ identity: CameraIdentity) {
    self.identity = identity
  }

  func request(_ event: CameraEvent) -> CameraRequest {
    let picture = event.picture.map(Self.base64) ?? ""
    return form([
      ("type", event.isStored ? "offline" : "online"), ("park_id", "P001"),
      ("cam_id", identity.serialNumber), ("cam_ip", "192.168.1.20"),
      ("plate_num", event.plate ?? "无牌车"), ("plate_color", event.plate == nil ? "" : "蓝色"),
      ("car_logo", ""), ("car_color", ""), ("vehicle_type", ""),
      ("confidence", "\(event.confidence)"),
      ("start_time", "\(Int(event.time.timeIntervalSince1970))"),
      ("picture", picture), ("closeup_pic", picture),
    ])
  }

  func heartbeat() -> CameraRequest {
    form([
      ("type", "heartbeat"), ("park_id", "P001"), ("cam_id", identity.serialNumber),
      ("cam_ip", "192.168.1.20"),
    ])
  }

  func reply(status: Int, body: [UInt8]) -> CameraReply {
    var reply = CameraReply()
    guard status == 200, let document = try? Document(json: CameraIdentity.text(body)),
      document["error_num"]?.integer == 0
    else { return reply }
    reply.isTaken = true
    let outputs = document["gpio_data"]?.list.filter { $0["action"]?.text == "on" } ?? []
    let names = outputs.compactMap { $0["ionum"]?.text }
    if !names.isEmpty { reply.opening = "gpio_data, \(names.joined(separator: ", ")) on" }
    return reply
  }

  private func form(_ fields: [(String, String)]) -> CameraRequest {
    let pairs = fields.map { "\($0)=\(escaped($1))" }
    return CameraRequest(
      content: HTTPContent(
        "application/x-www-form-urlencoded", text: pairs.joined(separator: "&")))
  }

  private func escaped(_ text: String) -> String {
    identity.bytes(text).map { byte in
      let isPlain =
        byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || (0x30...0x39).contains(byte))
        || [0x2D, 0x2E, 0x5F].contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : String(format: "%%%02X", byte)
    }.joined()
  }

  /// `+`, `/` and `=` would need escapes in a form; the vendor writes others.
  private static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: ".")
  }
}
