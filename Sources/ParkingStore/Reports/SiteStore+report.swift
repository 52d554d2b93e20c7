internal import Parking
internal import PostgreSQL

extension SiteStore {
  /// A report, grouped and added up, of the parks that this role may see.
  ///
  /// - Throws: `SiteStoreError`: an unknown column or park, or a report that takes longer than a
  ///   minute.
  public func report(_ request: ReportRequest) throws(SiteStoreError) -> ReportTable {
    let dimensions = try request.report.grouping(request.by)
    return try transaction(isolation: .repeatableRead) {
      _ = try connection.query("set local statement_timeout = '60s'")
      // A year of fifty parks by the hour is grouped in memory.
      _ = try connection.query("set local work_mem = '64MB'")
      if let parkSN = request.parkSN {
        let parks = try connection.query(
          "select from report.parks where park_sn = \(parkSN)")
        guard !parks.isEmpty else { throw SiteStoreError("there is no park \(parkSN)") }
      }
      let rows = try connection.query(statement(request, dimensions)).map { row in
        try (0..<row.count).map { try row.decode(String?.self, at: $0) }
      }
      return ReportTable(request: request, dimensions: dimensions, rows: rows)
    }
  }

  private func statement(_ request: ReportRequest, _ dimensions: [ReportColumn]) -> SQL {
    let columns = (dimensions + request.report.figures).map { "(\($0.expression))::text" }
    let places = dimensions.indices.map { "\($0 + 1)" }
    let order = dimensions.map(\.order)
    let from: SQL = request.from.map { "and day >= \($0.sql)" } ?? ""
    let to: SQL = request.to.map { "and day <= \($0.sql)" } ?? ""
    let park: SQL = request.parkSN.map { "and park_sn = \($0)" } ?? ""
    return """
      select \(SQL(unsafeRaw: columns.joined(separator: ", ")))
      from \(SQL(unsafeRaw: "report.\(request.report.name)"))
      where true \(park) \(from) \(to)
      group by \(SQL(unsafeRaw: (places + order).joined(separator: ", ")))
      order by \(SQL(unsafeRaw: order.joined(separator: ", ")))
      """
  }
}
