package import HTTP
package import Signing

/// A signature by common parameters in query, form or multipart (scheme A).
package struct ParameterClaim: SignatureClaim {
  /// `app_id`
  package let appID: String
  /// `nonce`
  package let nonce: String
  /// `timestamp`
  package let timestamp: Int64
  private let sign: String
  private let method: SignatureMethod?
  private let pairs: [ParameterSignature.Parameter]

  /// Reads the common parameters of a request. A file has no text and could not be signed, so a request that holds one is not signed.
  package init(_ parameters: Parameters) throws(SignatureFault) {
    var pairs: [ParameterSignature.Parameter] = []
    for pair in parameters.pairs {
      guard let text = pair.text else { throw .signature }
      pairs.append((name: pair.name, value: text))
    }
    self.pairs = pairs
    appID = try SignatureParts.text(parameters.text("app_id"), "app_id")
    timestamp = try SignatureParts.timestamp(parameters.text("timestamp"), "timestamp")
    nonce = try SignatureParts.nonce(parameters.text("nonce"), "nonce")
    let word = try SignatureParts.text(parameters.text("sign_type"), "sign_type")
    method = SignatureMethod(rawValue: word)
    sign = try SignatureParts.text(
      parameters.text(ParameterSignature.parameter), ParameterSignature.parameter)
  }

  /// What is signed, without the key.
  package var stringToSign: String { ParameterSignature.stringToSign(pairs) }

  /// Whether one of the keys gives this signature, by a method that the sender may use.
  package func isSigned(by keys: [SigningKey], allowsMD5: Bool) -> Bool {
    guard let method, method != .md5 || allowsMD5 else { return false }
    return keys.contains {
      ParameterSignature.matches(sign, parameters: pairs, secret: $0.secret, method: method)
    }
  }
}
