extension SiteFile.Partner {
  /// Decodes a partner by itself, by the rules of a site file.
  public init(document: Document) throws(SiteFileErrors) {
    let list = ProblemList()
    let partner = SiteFile.Partner(
      Node(document: document, path: "", list: list), Claims())
    guard let partner, list.problems.isEmpty else {
      throw SiteFileErrors(
        list.problems.map {
          SiteFileErrors.Problem(path: $0.path, line: $0.line, message: $0.message)
        })
    }
    self = partner
  }

  init?(_ node: Node, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.require("id", "the name in its requests (app_id)")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("partner", id, at: idNode) }
    let name = mapping.require("name", "what people call the partner")?.label()
    self.init(id: id ?? "", name: name ?? "", line: node.document.line)
    readPolicy(mapping)
    if let node = mapping.take("networks") {
      let claims = Claims()
      networks = node.list("networks").compactMap { $0.network(in: "", claims) }
    }
    certificate = mapping.take("certificate")?.fingerprint()
    if let node = mapping.require("parks", "the parks that it may use; [] for none") {
      let claims = Claims()
      parks = node.list("parks").compactMap { item in
        guard let id = item.identifier() else { return nil }
        claims.claim("park", id, at: item)
        return SiteFile.Reference(id: id, line: item.document.line)
      }
    }
    keys = mapping.take("keys").map(Self.keys)
    mapping.finish()
    if id == nil { return nil }
  }

  private mutating func readPolicy(_ mapping: Mapping) {
    baseURL = mapping.take("base_url")?.baseURL() ?? ""
    if let format = mapping.take("push_format")?.choice(PushFormat.self) { pushFormat = format }
    isSandbox = mapping.take("sandbox")?.boolean() ?? false
    allowsMD5 = mapping.take("allow_md5")?.boolean() ?? false
    allowsPrivateAddress = mapping.take("allow_private_address")?.boolean() ?? false
    if let seconds = mapping.take("clock_tolerance_seconds")?.integer(1...3600, "seconds") {
      clockToleranceSeconds = seconds
    }
    if let count = mapping.take("requests_per_minute")?.integer(1...1_000_000, "a number") {
      requestsPerMinute = count
    }
  }

  private static func keys(_ node: Node) -> [Key] {
    let claims = Claims()
    let keys = node.list("keys").compactMap { Key($0, claims) }
    if keys.count > 2 { node.fail("a partner has at most two keys") }
    return keys
  }
}

extension SiteFile.Partner.Key {
  fileprivate init?(_ node: Node, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.require("id", "the key's name (X-Key-Id)")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("key", id, at: idNode) }
    let secretNode = mapping.require("secret", "what both sides sign with")
    mapping.finish()
    guard let id, let secretNode else { return nil }
    guard let secret = secretNode.scalar, Self.isSecret(secret) else {
      secretNode.fail(
        "expected 16 to 128 printable ASCII characters without spaces, “&” and “=”; "
          + "`openssl rand -hex 16` makes one")
      return nil
    }
    claims.claim("key's secret", secret, at: secretNode, secret: true)
    self.init(id: id, secret: .plain(secret), line: node.document.line)
  }

  /// What the database takes; `&` and `=` would read as parameters where the secret is appended.
  private static func isSecret(_ text: String) -> Bool {
    (16...128).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "=")
      }
  }
}

extension Node {
  /// An address to which paths are appended: https, a host, no query.
  fileprivate func baseURL() -> String? {
    let scheme = "https://"
    if let text = scalar, text.hasPrefix(scheme), text.utf8.count <= 500 {
      let rest = text.dropFirst(scheme.count)
      let isPlain = rest.utf8.allSatisfy {
        (0x21...0x7E).contains($0) && ![0x3F, 0x23, 0x40].contains($0)
      }
      if isPlain, let first = rest.first, first != "/" { return text }
    }
    fail("expected an address such as https://app.example.com/ without user, “?” and “#”")
    return nil
  }
}
