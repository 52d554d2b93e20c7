public import Parking

/// What somebody asks of a report.
public struct ReportRequest: Sendable {
  /// Which report.
  public var report: Report
  /// What it is grouped by, in this order; empty for its usual columns.
  public var by: [String] = []
  /// One park alone (park_sn); nil for all that the reader may see.
  public var parkSN: String?
  /// The first day; nil for no bound.
  public var from: CivilDate?
  /// The last day; nil for no bound.
  public var to: CivilDate?

  /// A report as it is usually grouped, of all parks and days.
  public init(_ report: Report) {
    self.report = report
  }
}
