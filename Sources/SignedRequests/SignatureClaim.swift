package import Signing

/// What a request says of its own signature, by either scheme; nobody has checked it.
package protocol SignatureClaim {
  /// Who says to have signed it.
  var appID: String { get }
  /// Taken once.
  var nonce: String { get }
  /// Seconds since the Unix epoch by the sender's clock.
  var timestamp: Int64 { get }
  /// What is signed, without any key.
  var stringToSign: String { get }
  /// Whether one of these keys, the sender's live ones, gives this signature.
  func isSigned(by keys: [SigningKey], allowsMD5: Bool) -> Bool
}

/// Reading the parts that both schemes have.
enum SignatureParts {
  static func nonce(_ text: String?, _ name: String) throws(SignatureFault) -> String {
    guard let text, Nonce.isValid(text) else { throw .missing(name) }
    return text
  }

  /// Up to twelve ASCII digits.
  static func timestamp(_ text: String?, _ name: String) throws(SignatureFault) -> Int64 {
    guard let text, (1...12).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int64(text)
    else { throw .missing(name) }
    return seconds
  }

  static func text(_ text: String?, _ name: String) throws(SignatureFault) -> String {
    guard let text, !text.isEmpty else { throw .missing(name) }
    return text
  }
}
