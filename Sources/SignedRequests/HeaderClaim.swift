package import HTTP
package import Signing

/// A signature by headers over method, address and body (scheme B), which JSON bodies need.
package struct HeaderClaim: SignatureClaim {
  /// `X-Timestamp`
  package let timestamp: Int64
  private let subject: HeaderSignature.Subject
  private let signature: String

  /// Reads the headers of a request.
  package init(_ request: Request) throws(SignatureFault) {
    func header(_ name: String) throws(SignatureFault) -> String {
      try SignatureParts.text(request.headers[name.lowercased()], name)
    }
    // Bytes that are no text are signed by nobody.
    guard let query = String(validating: request.query, as: UTF8.self) else {
      throw .signature
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

  /// `X-App-Id`
  package var appID: String { subject.appID }
  /// `X-Nonce`
  package var nonce: String { subject.nonce }
  /// What is signed; it holds no secret.
  package var stringToSign: String { HeaderSignature.stringToSign(subject) }

  /// Whether the key that the headers name gives this signature.
  package func isSigned(by keys: [SigningKey], allowsMD5: Bool) -> Bool {
    let secrets = keys.filter { $0.keyID == subject.keyID }.map(\.secret)
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
