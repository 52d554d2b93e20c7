internal import HTTP
internal import ParkingStore
internal import Signing

/// A signature by headers over method, address and body (scheme B), which JSON bodies need.
struct HeaderClaim: SignatureClaim {
  let timestamp: Int64
  private let subject: HeaderSignature.Subject
  private let signature: String

  init(_ request: Request) throws(PartnerRefused) {
    func header(_ name: String) throws(PartnerRefused) -> String {
      try SignatureParts.text(request.headers[name.lowercased()], name)
    }
    // Bytes that are no text are signed by nobody.
    guard let query = String(validating: request.query, as: UTF8.self) else {
      throw PartnerRefused(reason: .signature)
    }
    let appID = try header("X-App-Id")
    let keyID = try header("X-Key-Id")
    let time = try header("X-Timestamp")
    timestamp = try SignatureParts.timestamp(time, "X-Timestamp")
    let nonce = try SignatureParts.nonce(try header("X-Nonce"), "X-Nonce")
    signature = try header("X-Signature")
    subject = HeaderSignature.Subject(
      method: request.method.name, path: request.path, query: query, appID: appID, keyID: keyID,
      timestamp: time, nonce: nonce, body: request.body)
  }

  var appID: String { subject.appID }
  var nonce: String { subject.nonce }
  var stringToSign: String { HeaderSignature.stringToSign(subject) }

  func isSigned(by partner: Partner) -> Bool {
    let secrets = partner.keys.filter { $0.keyID == subject.keyID }.map(\.secret)
    return HeaderSignature.matches(header: signature, subject: subject, secrets: secrets)
  }
}

extension Request.Method {
  /// As the client sent it.
  fileprivate var name: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .other(let name): name
    }
  }
}
