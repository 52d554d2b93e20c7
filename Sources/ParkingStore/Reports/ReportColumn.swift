/// A column of a report: what it is grouped by, or a figure.
public struct ReportColumn: Sendable, Hashable {
  /// How its values are shown.
  public enum Kind: Sendable, Hashable {
    /// Words, days and times.
    case text
    /// A whole number or a decimal.
    case number
    /// A sum of money in fen.
    case money
  }

  /// Its name, as in `--by` and in CSV.
  public let name: String
  /// What people call it.
  public let english: String
  /// The same in Chinese.
  public let chinese: String
  /// How its values are shown.
  public let kind: Kind
  /// The expression over the report's view; of a figure, with the aggregate.
  let expression: String
  /// What it is sorted by, where that is not its text.
  let order: String

  /// Whether the values of several rows can be added up.
  public var isSum: Bool { expression.hasPrefix("sum(") || expression == "count(*)" }

  /// What a report can be grouped by.
  static func by(
    _ name: String, _ english: String, _ chinese: String, _ expression: String? = nil,
    order: String? = nil, kind: Kind = .text
  ) -> ReportColumn {
    ReportColumn(
      name: name, english: english, chinese: chinese, kind: kind,
      expression: expression ?? name, order: order ?? expression ?? name)
  }

  /// A figure that can be added up.
  static func sum(
    _ name: String, _ english: String, _ chinese: String, _ kind: Kind = .number
  ) -> ReportColumn {
    figure(name, english, chinese, "sum(\(name))", kind)
  }

  /// A figure of any aggregate.
  static func figure(
    _ name: String, _ english: String, _ chinese: String, _ expression: String,
    _ kind: Kind = .number
  ) -> ReportColumn {
    ReportColumn(
      name: name, english: english, chinese: chinese, kind: kind, expression: expression,
      order: expression)
  }
}
