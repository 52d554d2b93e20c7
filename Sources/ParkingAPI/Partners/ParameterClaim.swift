internal import HTTP
internal import ParkingStore
internal import Signing

/// A signature by common parameters in query, form or multipart (scheme A).
struct ParameterClaim: SignatureClaim {
  let appID: String
  let nonce: String
  let timestamp: Int64
  private let sign: String
  private let method: SignatureMethod?
  private let pairs: [ParameterSignature.Parameter]

  /// A file has no text and could not be signed, so a request that holds one is not signed.
  init(_ parameters: Parameters) throws(PartnerRefused) {
    var pairs: [ParameterSignature.Parameter] = []
    for pair in parameters.pairs {
      guard let text = pair.text else { throw PartnerRefused(reason: .signature) }
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

  var stringToSign: String { ParameterSignature.stringToSign(pairs) }

  func isSigned(by partner: Partner) -> Bool {
    guard let method, method != .md5 || partner.allowsMD5 else { return false }
    return partner.keys.contains {
      ParameterSignature.matches(sign, parameters: pairs, secret: $0.secret, method: method)
    }
  }
}
