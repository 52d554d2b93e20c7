/// Secrets of partners' keys.
enum PartnerSecret {
  /// 128 bits by chance, in hexadecimal digits.
  static func random() -> String {
    (0..<16).map { _ in
      let byte = String(UInt8.random(in: 0...255), radix: 16)
      return byte.utf8.count == 1 ? "0\(byte)" : byte
    }.joined()
  }

  static func show(_ secret: String, keyID: String) {
    print("key id:  \(keyID)")
    print("secret:  \(secret)")
    print("It is shown once. Hand it over in a way that nobody else can read.")
  }
}
