internal import PostgreSQL

extension ParkingStore {
  /// What monitoring reads of the database, in a stable order.
  public func gauges() throws -> [Gauge] {
    try database.withConnection { connection in
      try connection.query(
        """
        select metric, park_sn, subject, value::text from parking.gauges()
        order by metric, park_sn, subject
        """
      ).map { row in
        var columns = row.columns
        let (metric, park) = (try columns.next(String.self), try columns.next(String.self))
        let (subject, value) = (try columns.next(String.self), try columns.next(String.self))
        return Gauge(metric: metric, parkSN: park, subject: subject, value: Double(value) ?? 0)
      }
    }
  }
}
