/// What scheme A hashes with, `sign_type`.
public enum SignatureMethod: String, Sendable, CaseIterable {
  /// HMAC-SHA256 with the secret as the key.
  case hmacSHA256 = "HMAC-SHA256"
  /// MD5 of the text that ends in the secret; only for a partner whose record allows it.
  case md5 = "MD5"
}
