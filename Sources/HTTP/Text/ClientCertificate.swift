internal import Foundation

/// The certificate that a client showed, as nginx passes it on: PEM with percent escapes.
public enum ClientCertificate {
  /// The certificate's own bytes (DER), of which the SHA-256 is its fingerprint; nil if that is none.
  public static func der(escapedPEM text: String) -> [UInt8]? {
    guard let bytes = text.utf8.percentDecoded(plusIsSpace: false) else { return nil }
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard lines.first?.elementsEqual("-----BEGIN CERTIFICATE-----".utf8) == true,
      let end = lines.firstIndex(where: { $0.elementsEqual("-----END CERTIFICATE-----".utf8) }),
      let der = Data(base64Encoded: Data(lines[1..<end].joined())), !der.isEmpty
    else { return nil }
    return Array(der)
  }
}
