extension SiteFile {
  /// An organisation that owns parks.
  public struct Operator: Sendable {
    /// Its name in site files.
    public var id: String
    /// What people call it.
    public var name: String
    /// Its tariffs.
    public var tariffs: [Tariff]?
    /// Its parks.
    public var parks: [Park]?
    /// Its people.
    public var accounts: [Account]?
    /// Systems of other companies that use its parks.
    public var partners: [Partner]?
    /// Where it stands in the file; nil if it came from elsewhere.
    public var line: Int?

    /// An operator without any section.
    public init(id: String, name: String, line: Int? = nil) {
      self.id = id
      self.name = name
      self.line = line
    }
  }
}
