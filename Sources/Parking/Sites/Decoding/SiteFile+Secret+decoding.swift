extension SiteFile.Secret {
  /// Reads `token` or `token_digest`.
  init?(token mapping: Mapping, of kind: String, _ claims: Claims) {
    guard let node = mapping.exactlyOne("token", "token_digest", of: "the secret in its URL") else {
      return nil
    }
    let text = node.value.scalar ?? ""
    if node.isHash {
      guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isLowerHexadecimal) else {
        node.value.fail("expected a SHA-256 digest: 64 hexadecimal digits in lower case")
        return nil
      }
      self = .hashed(text)
    } else {
      guard (8...128).contains(text.utf8.count), text.utf8.allSatisfy(Self.isUnreserved) else {
        node.value.fail(
          "expected 8 to 128 letters, digits, “-”, “.”, “_” or “~”, hard to guess; "
            + "`openssl rand -hex 24` makes one")
        return nil
      }
      self = .plain(text)
    }
    claims.claim(
      "\(kind)'s \(node.isHash ? "digest" : "token")", text, at: node.value, secret: true)
  }

  /// Reads `password` or `password_hash`.
  init?(password mapping: Mapping) {
    guard let node = mapping.exactlyOne("password", "password_hash", of: "what to sign in with")
    else { return nil }
    let text = node.value.scalar ?? ""
    if node.isHash {
      guard Self.isBcrypt(text) else {
        node.value.fail("expected a bcrypt hash, $2a$ and so on, as `gatehouse export` writes it")
        return nil
      }
      self = .hashed(text)
    } else {
      // bcrypt reads no more than 72 bytes; what came after would be no part of the password.
      guard (8...72).contains(text.utf8.count), !text.unicodeScalars.contains("\u{0}") else {
        node.value.fail("expected a password of 8 to 72 bytes")
        return nil
      }
      self = .plain(text)
    }
  }

  private static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// What RFC 3986 lets stand in a URL as it is.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  /// `$2a$10$` and 53 characters of bcrypt's alphabet; pgcrypto knows no other letter than a.
  private static func isBcrypt(_ text: String) -> Bool {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].isEmpty, parts[1] == "2a", parts[2].utf8.count == 2,
      let cost = decimal(parts[2].utf8), (4...31).contains(cost), parts[3].utf8.count == 53
    else { return false }
    return parts[3].utf8.allSatisfy { isUnreserved($0) || $0 == 0x2F }
  }
}

extension Mapping {
  /// One of two keys, a secret and its hash: neither and both are errors.
  fileprivate func exactlyOne(
    _ plain: String, _ hash: String, of what: String
  ) -> (value: Node, isHash: Bool)? {
    let first = take(plain)
    let second = take(hash)
    switch (first, second) {
    case (let value?, nil): return (value, false)
    case (nil, let value?): return (value, true)
    case (_?, let value?): value.fail("give “\(plain)” or “\(hash)”, not both")
    case (nil, nil): node.fail("“\(plain)” is missing: \(what) (or “\(hash)”)")
    }
    return nil
  }
}
