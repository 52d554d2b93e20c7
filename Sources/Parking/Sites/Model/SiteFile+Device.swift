extension SiteFile {
  /// A camera, known by an unguessable token in its URL.
  public struct Device: Sendable {
    /// Its name, unique in its park.
    public var id: String
    /// The token, or its digest.
    public var token: Secret
    /// Where it stands in the file.
    public var line: Int?

    /// A device with its token.
    public init(id: String, token: Secret, line: Int? = nil) {
      self.id = id
      self.token = token
      self.line = line
    }
  }
}
