extension Node {
  /// The SHA-256 of a certificate, as `openssl x509 -fingerprint -sha256` prints it or plain; in
  /// lower-case hexadecimal digits.
  func fingerprint() -> String? {
    if let text = scalar {
      let digits = text.lowercased().utf8.filter { $0 != UInt8(ascii: ":") }
      let isHexadecimal = digits.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
      if digits.count == 64, isHexadecimal { return String(decoding: digits, as: UTF8.self) }
    }
    fail(
      "expected a certificate's SHA-256, 64 hexadecimal digits; "
        + "`openssl x509 -noout -fingerprint -sha256 -in certificate.pem` prints it")
    return nil
  }
}
