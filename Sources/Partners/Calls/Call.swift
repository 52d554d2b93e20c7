internal import HTTP
internal import Signing

/// One call of a partner: a URL of its interface and the parameters.
public struct Call: Sendable {
  /// How a partner is called; a setting of its record.
  public enum Format: String, Sendable, CaseIterable {
    /// A form, signed in its parameters (scheme A).
    case form
    /// A JSON object, signed in headers (scheme B).
    case json
  }

  /// A parameter's value, which a form writes as text and JSON as what it is.
  public enum Value: Sendable, Equatable {
    case text(String)
    case number(Int)
    /// JSON, such as a list of objects: text in a form.
    case json([UInt8])
  }

  /// Such as `lease/park`.
  public var name: String
  /// In the order in which they are sent.
  public var parameters: [(name: String, value: Value)]

  /// A call.
  public init(_ name: String, _ parameters: [(name: String, value: Value)]) {
    self.name = name
    self.parameters = parameters
  }

  /// The bytes to send, signed.
  ///
  /// - Parameters:
  ///   - path: the path that the receiver sees.
  ///   - timestamp: Unix seconds.
  func signed(
    _ format: Format, path: String, key: SigningKey, timestamp: Int64,
    nonce: String = Nonce.random()
  ) -> SignedCall {
    switch format {
    case .form:
      let signed = ParameterSignature.signed(
        parameters.map { (name: $0.name, value: $0.value.text) }, with: key,
        method: .hmacSHA256, timestamp: timestamp, nonce: nonce)
      return SignedCall(
        headers: [(name: "Content-Type", value: "application/x-www-form-urlencoded")],
        body: FormEncoding.bytes(signed))
    case .json:
      let body = json
      let subject = HeaderSignature.Subject(
        method: "POST", path: path, appID: key.appID, keyID: key.keyID,
        timestamp: String(timestamp), nonce: nonce, body: body)
      return SignedCall(
        headers: [(name: "Content-Type", value: "application/json")]
          + HeaderSignature.headers(of: subject, secret: key.secret),
        body: body)
    }
  }

  private var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for parameter in parameters {
        writer.name(parameter.name)
        switch parameter.value {
        case .text(let text): writer.string(text)
        case .number(let number): writer.integer(number)
        case .json(let bytes): writer.raw(bytes)
        }
      }
    }
    return writer.bytes
  }
}

extension Call.Value {
  /// As a form has it.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .json(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// A call as it goes onto the wire.
struct SignedCall: Sendable {
  var headers: [(name: String, value: String)]
  var body: [UInt8]
}
