extension SiteFile {
  /// A booth terminal that is let in by a bearer token of its own, or by a certificate.
  public struct Terminal: Sendable {
    /// Its name, unique in its park.
    public var id: String
    /// The token, or its digest.
    public var token: Secret
    /// The SHA-256 of its certificate in lower-case hexadecimal digits; nil if it has none.
    public var certificate: String?
    /// Where it stands in the file.
    public var line: Int?

    /// A terminal with its token.
    public init(id: String, token: Secret, line: Int? = nil) {
      self.id = id
      self.token = token
      self.line = line
    }
  }
}
