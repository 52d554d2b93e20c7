internal import Crypto

/// Scheme A of signatures: a parameter `sign` over all others, for query and form requests.
///
/// The rule is the one that WeChat Pay v2 documents: parameters that are not empty, sorted by the
/// bytes of their names, joined as `name=value` with `&`, then `&key=` and the secret.
public enum ParameterSignature {
  /// A parameter, decoded.
  public typealias Parameter = (name: String, value: String)

  /// The parameter that carries the signature, and is not part of what is signed.
  public static let parameter = "sign"

  /// What is signed, without the key at its end: what a partner in sandbox mode may be shown.
  public static func stringToSign(_ parameters: [Parameter]) -> String {
    parameters.filter { $0.name != parameter && !$0.value.isEmpty }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { "\($0.name)=\($0.value)" }
      .joined(separator: "&")
  }

  /// What is signed, with the secret at its end. Never show it to anybody.
  public static func stringToSign(_ parameters: [Parameter], secret: String) -> String {
    "\(stringToSign(parameters))&key=\(secret)"
  }

  /// The signature of parameters, in upper-case hexadecimal digits.
  public static func sign(
    _ parameters: [Parameter], secret: String, method: SignatureMethod
  ) -> String {
    let text = Array(stringToSign(parameters, secret: secret).utf8)
    switch method {
    case .hmacSHA256:
      return Hex.upper(HMAC<SHA256>.authenticationCode(for: text, using: key(secret)))
    case .md5: return Hex.upper(Insecure.MD5.hash(data: text))
    }
  }

  /// Whether a signature is that of these parameters: compared in constant time, letter case
  /// ignored.
  ///
  /// Never true of parameters that ``areAmbiguous(_:)`` names: another set has their signature.
  public static func matches(
    _ sign: String, parameters: [Parameter], secret: String, method: SignatureMethod
  ) -> Bool {
    guard let claimed = Hex.bytes(sign), !areAmbiguous(parameters) else { return false }
    let text = Array(stringToSign(parameters, secret: secret).utf8)
    switch method {
    case .hmacSHA256:
      return HMAC<SHA256>.isValidAuthenticationCode(
        claimed, authenticating: text, using: key(secret))
    case .md5: return Insecure.MD5.hash(data: text) == claimed
    }
  }

  /// Whether other parameters would give the same text to sign: a name given twice, `=` or `&` in
  /// a name, or a value that holds `&` and then `=`, as in `a=1&b=2` sent as one value.
  ///
  /// Nothing separates a value from the next name in the text, which is how Flickr's signatures
  /// were forged in 2009.
  public static func areAmbiguous(_ parameters: [Parameter]) -> Bool {
    var names: Set<[UInt8]> = []
    return parameters.contains { parameter in
      !names.insert(Array(parameter.name.utf8)).inserted
        || parameter.name.isEmpty
        || parameter.name.utf8.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "&") }
        || holdsPair(parameter.value)
    }
  }

  /// Whether what follows some `&` of a value holds a `=`, and so reads as a parameter.
  private static func holdsPair(_ value: String) -> Bool {
    // As plain bytes, because a value may be long.
    var value = value
    return value.withUTF8 { bytes in
      guard let ampersand = bytes.firstIndex(of: UInt8(ascii: "&")) else { return false }
      return bytes[ampersand...].contains(UInt8(ascii: "="))
    }
  }

  private static func key(_ secret: String) -> SymmetricKey {
    SymmetricKey(data: Array(secret.utf8))
  }
}
