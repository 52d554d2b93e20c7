/// The answer to a request for a report.
public struct ReportTable: Sendable {
  /// What it answers.
  public let request: ReportRequest
  /// What it is grouped by.
  public let dimensions: [ReportColumn]
  /// A row for each group: the values of the dimensions, then of the figures; nil where there is
  /// none. Money is in fen.
  public let rows: [[String?]]

  /// All columns, in the order of the values.
  public var columns: [ReportColumn] { dimensions + request.report.figures }
}
