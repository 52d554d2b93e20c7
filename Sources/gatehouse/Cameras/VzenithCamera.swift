import Foundation
import Parking

/// 臻识: JSON for events, a multipart form for the heartbeat, which carries its password.
struct VzenithCamera: VendorCamera {
  static let name = "vzenith"
  static let resends: Int? = 4
  static let waitsForContinuation = true

  private let identity: CameraIdentity

  init(_ identity: CameraIdentity) {
    self.identity = identity
  }

  func request(_ event: CameraEvent) -> CameraRequest {
    let document = Document(members: [
      (
        "AlarmInfoPlate",
        Document(members: [
          ("channel", Document(integer: 0)), ("deviceName", Document(text: "IVS")),
          ("ipaddr", Document(text: "192.168.1.100")),
          ("result", Document(members: [("PlateResult", result(event))])),
          ("rule_id", Document(integer: 1)),
          ("serialno", Document(text: identity.serialNumber)), ("user_data", Document(text: "")),
        ])
      )
    ])
    return CameraRequest(
      content: HTTPContent("application/json", identity.bytes(document.jsonText)))
  }

  private func result(_ event: CameraEvent) -> Document {
    let seconds = event.time.timeIntervalSince1970
    let isPlateless = event.plate == nil
    var members = [
      ("license", Document(text: event.plate ?? "_无_")),
      ("type", Document(integer: isPlateless ? 31 : 1)),
      ("colorType", Document(integer: isPlateless ? 0 : 1)),
      ("confidence", Document(integer: event.confidence)), ("direction", Document(integer: 4)),
      ("plateid", Document(integer: event.number)),
      ("isoffline", Document(integer: event.isStored ? 1 : 0)),
      ("is_fake_plate", Document(integer: 0)),
      ("triggerType", Document(integer: event.hasTurnedBack ? 66 : 8)),
      ("gioouts", Document(.sequence([output(0), output(1)]))),
      (
        "timeStamp",
        Document(members: [
          (
            "Timeval",
            Document(members: [
              ("sec", Document(integer: Int(seconds))),
              ("usec", Document(integer: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e6))),
            ])
          )
        ])
      ),
    ]
    if let picture = event.picture {
      for name in ["imageFile", "imageFragmentFile"] {
        members += [
          (name, Document(text: Data(picture).base64EncodedString())),
          ("\(name)Len", Document(integer: picture.count)),
        ]
      }
    }
    return Document(members: members)
  }

  private func output(_ number: Int) -> Document {
    Document(members: [
      ("ionum", Document(text: "\(number)")), ("ctrltype", Document(integer: 0)),
    ])
  }

  func heartbeat() -> CameraRequest {
    let boundary = "--------------------------114782935826962"
    let fields = [
      ("device_name", "IVS"), ("ipaddr", "192.168.1.100"), ("port", "80"), ("user_name", "admin"),
      (" pass_wd", "camera-password"), ("serialno", identity.serialNumber), ("channel_num", "0"),
    ]
    let parts = fields.map { name, value in
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    return CameraRequest(
      content: HTTPContent(
        "multipart/form-data; boundary=\(boundary)", text: "\(parts.joined())--\(boundary)--\r\n"))
  }

  func reply(status: Int, body: [UInt8]) -> CameraReply {
    var reply = CameraReply()
    guard status == 200, let document = try? Document(json: CameraIdentity.text(body)),
      let response = document["Response_AlarmInfoPlate"]
    else { return reply }
    reply.isTaken = true
    reply.opening = opening(response)
    reply.voice = response["playserver_json_request"]?["voice"]?.decodedText
    reply.screen = response["body"]?["custom"]?.list.compactMap(\.decodedText) ?? []
    reply.code = response["body"]?["qrcode_text"]?.text
    reply.serial = response["serialData"]?.list.first?["data"]?.decodedText?
      .replacing("\r\n", with: "⏎")
    reply.continuesAfter = response["ContinuePushOffline"]?["plateid"]?.integer
    return reply
  }

  private func opening(_ response: Document) -> String? {
    if response["info"]?.text == "ok" { return "info ok, a pulse of 500 ms" }
    guard let output = response["ivs_ioctrl"], let value = output["value"]?.integer, value > 0
    else { return nil }
    return "ivs_ioctrl, output \(output["io"]?.integer ?? 0)"
  }
}
