extension SiteFile {
  /// A park's off-peak terms as the file has them.
  public struct Offer: Sendable {
    /// The terms.
    public var terms: LeaseOffer
    /// Where they stand in the file.
    public var line: Int?

    /// Terms that stand at a line of the file.
    public init(terms: LeaseOffer, line: Int? = nil) {
      self.terms = terms
      self.line = line
    }
  }
}
