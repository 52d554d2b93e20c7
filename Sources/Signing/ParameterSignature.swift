internal import Crypto
internal import Glibc

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
    String(decoding: bytesToSign(parameters), as: UTF8.self)
  }

  /// What is signed, with the secret at its end. Never show it to anybody.
  public static func stringToSign(_ parameters: [Parameter], secret: String) -> String {
    String(decoding: bytesToSign(parameters, secret: secret), as: UTF8.self)
  }

  /// The signature of parameters, in upper-case hexadecimal digits.
  public static func sign(
    _ parameters: [Parameter], secret: String, method: SignatureMethod
  ) -> String {
    let text = bytesToSign(parameters, secret: secret)
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
    let text = bytesToSign(parameters, secret: secret)
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
    let names = parameters.map(\.name).sorted(by: precedes)
    return zip(names, names.dropFirst()).contains { !precedes($0, $1) }
      || parameters.contains { parameter in
        parameter.name.isEmpty
          || parameter.name.utf8.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "&") }
          || holdsPair(parameter.value)
      }
  }

  /// Whether what follows some `&` of a value holds a `=`, and so reads as a parameter.
  private static func holdsPair(_ value: String) -> Bool {
    // A value may be long, and hardly any holds an ampersand.
    var value = value
    return value.withUTF8 { bytes in
      guard let start = UnsafeRawPointer(bytes.baseAddress),
        let ampersand = memchr(start, Int32(UInt8(ascii: "&")), bytes.count)
      else { return false }
      return bytes[(UnsafeRawPointer(ampersand) - start)...].contains(UInt8(ascii: "="))
    }
  }

  private static func bytesToSign(_ parameters: [Parameter], secret: String) -> [UInt8] {
    bytesToSign(parameters) + "&key=\(secret)".utf8
  }

  /// The text to sign as bytes, put together at once: it is as long as the request.
  private static func bytesToSign(_ parameters: [Parameter]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, value) in parameters.sorted(by: { precedes($0.name, $1.name) })
    where name != parameter && !value.isEmpty {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
      bytes += name.utf8
      bytes.append(UInt8(ascii: "="))
      bytes += value.utf8
    }
    return bytes
  }

  /// The order of names, by their bytes.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func key(_ secret: String) -> SymmetricKey {
    SymmetricKey(data: Array(secret.utf8))
  }
}
