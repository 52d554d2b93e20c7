/// What a site file says: operators and everything below them (docs/site-files.md).
///
/// A section that the file leaves out is nil here and is left alone; an empty one retires what
/// the database has of it.
public struct SiteFile: Sendable {
  /// The operators, in the order of the file.
  public var operators: [Operator]

  /// A site file of these operators.
  public init(operators: [Operator]) {
    self.operators = operators
  }
}
