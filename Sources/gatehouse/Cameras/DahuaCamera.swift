import Foundation
import Parking

/// Dahua, ITSAPI: JSON to a fixed path below its address, again and again until it is taken.
struct DahuaCamera: VendorCamera {
  static let name = "dahua"
  static let resends: Int? = nil
  static let waitsForContinuation = false

  private let identity: CameraIdentity

  init(_ identity: CameraIdentity) {
    self.identity = identity
  }

  func request(_ event: CameraEvent) -> CameraRequest {
    let picture = event.picture.map { Data($0).base64EncodedString() } ?? ""
    func file(_ kind: String) -> Document {
      Document(members: [
        ("Content", Document(text: picture)),
        ("PicName", Document(text: "\(event.id)-\(kind).jpg")),
      ])
    }
    let snap: [(String, Document)] = [
      // No zone, as the vendor has it.
      ("AccurateTime", Document(text: identity.clock(event.time, "yyyy-MM-dd HH:mm:ss.SSS"))),
      ("Direction", Document(text: event.hasTurnedBack ? "Reverse" : "Obverse")),
      ("Lane", Document(integer: 1)), ("DeviceID", Document(text: identity.serialNumber)),
      ("TimeZone", Document(integer: 8)),
    ]
    let document = Document(members: [
      (
        "Picture",
        Document(members: [
          ("Plate", plate(event)), ("SnapInfo", Document(members: snap)),
          ("NormalPic", file("n")), ("CutoutPic", file("c")),
        ])
      )
    ])
    return request("TollgateInfo", document)
  }

  func heartbeat() -> CameraRequest {
    request(
      "KeepAlive", Document(members: [("DeviceID", Document(text: identity.serialNumber))]))
  }

  func reply(status: Int, body: [UInt8]) -> CameraReply {
    let document = try? Document(json: CameraIdentity.text(body))
    return CameraReply(isTaken: status == 200 && document?["Result"]?.isTrue == true)
  }

  private func plate(_ event: CameraEvent) -> Document {
    Document(members: [
      ("PlateNumber", Document(text: event.plate ?? "")),
      ("PlateColor", Document(text: event.plate == nil ? "" : "Blue")),
      ("Confidence", Document(integer: event.confidence * 255 / 100)),
      ("IsExist", Document(.scalar(event.plate == nil ? "false" : "true", quoted: false))),
      ("BoundingBox", Document(.sequence([0, 0, 0, 0].map(Document.init(integer:))))),
    ])
  }

  private func request(_ name: String, _ document: Document) -> CameraRequest {
    CameraRequest(
      suffix: "/NotificationInfo/\(name)",
      content: HTTPContent("application/json", identity.bytes(document.jsonText)))
  }
}
