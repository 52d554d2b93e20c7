import Foundation
import Parking

/// Our own format.
struct GenericCamera: VendorCamera {
  static let name = "generic"
  static let resends: Int? = nil
  static let waitsForContinuation = false

  private let identity: CameraIdentity

  init(_ identity: CameraIdentity) {
    self.identity = identity
  }

  func request(_ event: CameraEvent) -> CameraRequest {
    var members = [
      ("event_id", Document(text: event.id)), ("plate", Document(text: event.plate ?? "")),
      ("captured_at", Document(text: event.time.formatted(.iso8601))),
      ("replay", flag(event.isStored)), ("turned_back", flag(event.hasTurnedBack)),
      ("confidence", Document(.scalar("\(Double(event.confidence) / 100)", quoted: false))),
      ("plate_color", Document(text: event.plate == nil ? "" : "blue")),
    ]
    if let picture = event.picture {
      members.append(("picture", Document(text: Data(picture).base64EncodedString())))
    }
    return CameraRequest(
      content: HTTPContent("application/json", text: Document(members: members).jsonText))
  }

  func heartbeat() -> CameraRequest {
    CameraRequest(suffix: "/poll", content: HTTPContent("application/json", text: "{}"))
  }

  func reply(status: Int, body: [UInt8]) -> CameraReply {
    var reply = CameraReply()
    guard let answer = try? BoothAnswer(status: status, body: body), answer.isDone else {
      return reply
    }
    reply.isTaken = true
    if answer.data["open"]?.isTrue == true { reply.opening = "open true" }
    if let display = answer.data["display"]?.text, !display.isEmpty { reply.screen = [display] }
    return reply
  }

  private func flag(_ value: Bool) -> Document {
    Document(.scalar(value ? "true" : "false", quoted: false))
  }
}
