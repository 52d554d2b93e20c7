/// A report that can be asked for by name: a view of the schema `report`, what it can be grouped
/// by, and its figures.
public struct Report: Sendable {
  /// Its name, which is its view's.
  public let name: String
  /// What it tells.
  public let english: String
  /// The same in Chinese.
  public let chinese: String
  /// What it can be grouped by.
  public let dimensions: [ReportColumn]
  /// What it is grouped by unless somebody says otherwise.
  public let usual: [String]
  /// Its figures, of which a picture shows the first.
  public let figures: [ReportColumn]

  /// The report of that name; nil if there is none.
  public static func named(_ name: String) -> Report? { all.first { $0.name == name } }

  /// The columns that it is grouped by.
  ///
  /// - Parameter names: nil or empty for the usual ones.
  /// - Throws: `SiteStoreError` for a name that it does not have.
  public func grouping(_ names: [String]) throws(SiteStoreError) -> [ReportColumn] {
    var found: [ReportColumn] = []
    for name in names.isEmpty ? usual : names {
      guard let column = dimensions.first(where: { $0.name == name }) else {
        let known = dimensions.map(\.name).joined(separator: ", ")
        throw SiteStoreError("report \(self.name) is not grouped by \(name), but by: \(known)")
      }
      if !found.contains(column) { found.append(column) }
    }
    return found
  }
}
