import Foundation

/// Hikvision, ISAPI: XML and pictures in a multipart body, XML alone without pictures.
struct HikvisionCamera: VendorCamera {
  static let name = "hikvision"
  static let resends: Int? = nil
  static let waitsForContinuation = false

  private let identity: CameraIdentity

  init(_ identity: CameraIdentity) {
    self.identity = identity
  }

  func request(_ event: CameraEvent) -> CameraRequest {
    let plate = event.plate ?? "unknown"
    let sureness = plate.map { _ in "\(event.confidence)" }.joined(separator: ",")
    let xml = alert(
      event.time, type: "ANPR",
      """
      <ANPR><country>156</country><licensePlate>\(escaped(plate))</licensePlate>\
      <line>1</line><direction>\(event.hasTurnedBack ? "reverse" : "forward")</direction>\
      <confidenceLevel>\(event.confidence)</confidenceLevel>\
      <plateColor>\(event.plate == nil ? "unknown" : "blue")</plateColor>\
      <plateCharBelieve>\(sureness)</plateCharBelieve>\
      <alarmDataType>\(event.isStored ? 1 : 0)</alarmDataType></ANPR>\
      <UUID>\(event.id)</UUID><picNum>\(event.picture == nil ? 0 : 2)</picNum>\
      <isDataRetransmission>\(event.isStored)</isDataRetransmission>
      """)
    guard let picture = event.picture else {
      return CameraRequest(content: HTTPContent("application/xml", xml))
    }
    return CameraRequest(content: multipart(xml, picture))
  }

  func heartbeat() -> CameraRequest {
    CameraRequest(
      content: HTTPContent("application/xml", alert(Date(), type: "heartBeat", "")))
  }

  /// It reads nothing of the answer but its status.
  func reply(status: Int, body: [UInt8]) -> CameraReply {
    CameraReply(isTaken: status == 200)
  }

  private func alert(_ time: Date, type: String, _ content: String) -> [UInt8] {
    identity.bytes(
      """
      <?xml version="1.0" encoding="\(identity.isChinese ? "GBK" : "UTF-8")"?>
      <EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">\
      <ipAddress>192.168.1.64</ipAddress><macAddress>\(identity.serialNumber)</macAddress>\
      <channelID>1</channelID><dateTime>\(identity.clock(time, "yyyy-MM-dd'T'HH:mm:ssxxx"))\
      </dateTime><activePostCount>1</activePostCount><eventType>\(type)</eventType>\
      <eventState>active</eventState>\(content)</EventNotificationAlert>
      """)
  }

  private func multipart(_ xml: [UInt8], _ picture: [UInt8]) -> HTTPContent {
    let parts = [
      ("anpr.xml", "text/xml", xml), ("licensePlatePicture.jpg", "image/jpeg", picture),
      ("detectionPicture.jpg", "image/jpeg", picture),
    ]
    let body = parts.flatMap { name, type, bytes in
      Array(
        """
        --boundary\r
        Content-Disposition: form-data; name="\(name)"; filename="\(name)"\r
        Content-Type: \(type)\r
        Content-Length: \(bytes.count)\r
        \r\n
        """.utf8) + bytes + Array("\r\n".utf8)
    }
    return HTTPContent(
      "multipart/form-data; boundary=boundary", body + Array("--boundary--\r\n".utf8))
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
