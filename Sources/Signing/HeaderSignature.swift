internal import Crypto

/// Scheme B of signatures: headers over method, address and body, for JSON bodies.
///
/// HMAC-SHA256 over lines joined by LF, without one at the end: `V1`, method, path as the client
/// sent it, raw query with its pairs sorted by bytes, app id, key id, timestamp, nonce, lower-case
/// hexadecimal SHA-256 of the body.
public enum HeaderSignature {
  /// What is signed; it holds no secret.
  public static func stringToSign(_ subject: Subject) -> String {
    [
      "V1", subject.method, subject.path, sorted(subject.query), subject.appID, subject.keyID,
      subject.timestamp, subject.nonce, Hex.lower(SHA256.hash(data: subject.body)),
    ].joined(separator: "\n")
  }

  /// The signature in lower-case hexadecimal digits; the header's value is `v1=` and this.
  public static func sign(_ subject: Subject, secret: String) -> String {
    Hex.lower(HMAC<SHA256>.authenticationCode(for: text(subject), using: key(secret)))
  }

  /// Whether a header `v1=…[,v1=…]` holds the signature of this subject by one of the secrets:
  /// compared in constant time, in lower case alone.
  ///
  /// Versions other than `v1` are passed over, so that a sender may add one. Of `v1`, at most
  /// ``mostSignatures`` are taken. A subject with a line break in a part never matches.
  ///
  /// - Parameters:
  ///   - header: the value of `X-Signature`.
  ///   - secrets: those of the key that the subject names; two while a key is being replaced
  ///     under the same name.
  public static func matches(header: String, subject: Subject, secrets: [String]) -> Bool {
    guard !subject.holdsLineBreak, let claimed = signatures(in: header) else { return false }
    let signed = text(subject)
    return secrets.contains { secret in
      claimed.contains {
        HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: signed, using: key(secret))
      }
    }
  }

  /// The most signatures that one header may hold: a sender has at most two live keys.
  public static let mostSignatures = 4

  /// The `v1` signatures of a header; nil when it is malformed.
  private static func signatures(in header: String) -> [[UInt8]]? {
    let versions = header.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: $0.trimmingBlanks, as: UTF8.self) }
    let values = versions.filter { $0.hasPrefix("v1=") }.map { $0.dropFirst(3) }
    guard values.count <= mostSignatures else { return nil }
    let isLower = values.allSatisfy {
      $0.utf8.allSatisfy { !(UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
    }
    let bytes = values.compactMap { Hex.bytes($0) }
    return isLower && bytes.count == values.count ? bytes : nil
  }

  private static func sorted(_ query: String) -> String {
    query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "&")
  }

  private static func text(_ subject: Subject) -> [UInt8] { Array(stringToSign(subject).utf8) }

  private static func key(_ secret: String) -> SymmetricKey {
    SymmetricKey(data: Array(secret.utf8))
  }
}

extension Substring.UTF8View {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: Substring.UTF8View {
    let blank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    var rest = drop(while: blank)
    while let last = rest.last, blank(last) { rest.removeLast() }
    return rest
  }
}
