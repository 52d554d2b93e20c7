/// A role of the database that reads an operator's reports.
public struct ReportReader: Sendable, Equatable {
  /// The role.
  public let role: String
  /// Whose parks it sees.
  public let operatorID: String
}
