import Foundation
import Parking
import ParkingStore

extension RecordedEvent {
  /// One line of a file of events: JSON without line ends. A body that is no UTF-8 is in base64.
  var line: String {
    var members = [
      ("event", Document(integer: Int(eventID))), ("device", Document(text: deviceID)),
      ("vendor", Document(text: vendor)), ("kind", Document(text: kind)),
      ("received_at", Document(text: receivedAt.text)),
      ("repeat", Document(.scalar(isRepeat ? "true" : "false", quoted: false))),
      ("content_type", Document(text: contentType)),
    ]
    if let captureID { members.append(("capture", Document(integer: Int(captureID)))) }
    if let plate { members.append(("plate", Document(text: plate))) }
    if let text = String(validating: body, as: UTF8.self) {
      members.append(("body", Document(text: text)))
    } else {
      members.append(("body_base64", Document(text: Data(body).base64EncodedString())))
    }
    return Document(members: members).jsonText + "\n"
  }

  /// Reads a line; nil when it is none.
  init?(line: String) {
    guard let document = try? Document(json: line), let eventID = document["event"]?.integer,
      let deviceID = document["device"]?.text, let vendor = document["vendor"]?.text,
      let kind = document["kind"]?.text,
      let received = document["received_at"]?.text.flatMap(Instant.init(text:)),
      let body = document["body"]?.text.map({ Array($0.utf8) })
        ?? document["body_base64"]?.text.flatMap({ Data(base64Encoded: $0) }).map(Array.init)
    else { return nil }
    self.init(
      eventID: Int64(eventID), deviceID: deviceID, vendor: vendor, receivedAt: received,
      kind: kind, captureID: document["capture"]?.integer.map(Int64.init),
      isRepeat: document["repeat"]?.isTrue == true, plate: document["plate"]?.text,
      contentType: document["content_type"]?.text ?? "", body: body)
  }
}

extension Instant {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// ISO 8601 with milliseconds, in UTC.
  fileprivate var text: String {
    Date(timeIntervalSince1970: Double(microseconds) / 1e6).formatted(Self.style)
  }

  fileprivate init?(text: String) {
    guard let date = try? Self.style.parse(text) else { return nil }
    self.init(microseconds: Int64((date.timeIntervalSince1970 * 1e6).rounded()))
  }
}
