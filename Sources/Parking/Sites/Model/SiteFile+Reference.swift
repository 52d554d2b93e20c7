extension SiteFile {
  /// The id of something that stands elsewhere in the file, or only in the database.
  public struct Reference: Hashable, Sendable {
    /// The id.
    public var id: String
    /// Where it is named.
    public var line: Int?

    /// A reference made at a line of the file.
    public init(id: String, line: Int? = nil) {
      self.id = id
      self.line = line
    }
  }
}
