extension SiteFile {
  /// A tariff as the file has it; publishing it makes a version.
  public struct Tariff: Sendable {
    /// Its name in site files.
    public var id: String
    /// The first instant whose entries it prices, from `valid_from` of its rules by the clocks of
    /// the parks that use it; nil: from now, or always if it is the first.
    public var validFrom: Instant?
    /// The clocks of the parks that use it; nil when the file names none.
    public var timeZone: ParkTimeZone?
    /// The whole document, in the language of docs/tariffs.md. The decoder has checked it.
    public var rules: Document
    /// Where it stands in the file.
    public var line: Int?

    /// A tariff in force from an instant on.
    public init(id: String, validFrom: Instant? = nil, rules: Document, line: Int? = nil) {
      self.id = id
      self.validFrom = validFrom
      self.rules = rules
      self.line = line
    }
  }
}
