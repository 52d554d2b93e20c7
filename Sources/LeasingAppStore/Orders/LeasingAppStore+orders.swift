public import Parking
internal import PostgreSQL

extension LeasingAppStore {
  /// `lease/order`: a page of a park's orders that are not cancelled, the oldest first, so that a
  /// new one does not move others to the next page. It takes the request's nonce.
  ///
  /// Windows that began more than 31 days ago are left out: nothing can become of them.
  public func orders(
    at parkSN: String, plate: String?, page: Int, limit: Int, of call: AppCall
  ) throws -> [LeasedWindow] {
    try admitting(call) { connection in
      try connection.query(
        """
        select plate::text, window_date, left(start_time::text, 5), left(end_time::text, 5)
        from lease_order
        where app_id = \(call.partner.appID) and park_sn = \(parkSN) and cancelled_at is null
          and begins_at > now() - interval '31 days'
          and (\(plate)::text is null or plate = \(plate))
        order by order_id limit \(Int64(limit)) offset \(Int64((page - 1) * limit))
        """
      ).map { row in
        var columns = row.columns
        let plate = try columns.next(String.self)
        let date = CivilDate(dayNumber: Int(try columns.next(SQLDate.self).days))
        return LeasedWindow(
          plate: plate,
          window: LeaseWindow(
            date: date, start: CivilTime(leaseTime: try columns.next()) ?? .midnight,
            end: CivilTime(leaseTime: try columns.next()) ?? .midnight))
      }
    }
  }

  /// `lease/order/cancel`: cancels windows of a plate that have not begun, all or none. Nothing is
  /// pushed, since the document has no cancelling: the parking system finds it by reconciliation.
  public func cancel(_ windows: [LeaseWindow], of plate: String, at parkSN: String) throws {
    try database.withConnection { connection in
      try connection.transaction {
        for window in Set(windows).sorted() {
          let rows = try connection.query(
            """
            update lease_order set cancelled_at = clock_timestamp()
            where \(Self.isOrdered(window, plate, parkSN)) and begins_at > clock_timestamp()
            """)
          guard rows.affected == 0 else { continue }
          let begun = try connection.query(
            "select from lease_order where \(Self.isOrdered(window, plate, parkSN))")
          throw begun.isEmpty
            ? AppRefusal.notOrdered(window.date) : AppRefusal.begun(window.date)
        }
      }
    }
  }

  private static func isOrdered(
    _ window: LeaseWindow, _ plate: String, _ parkSN: String
  ) -> SQL {
    """
    park_sn = \(parkSN) and plate = \(plate) and cancelled_at is null
      and window_date = \(window.date.sql)
      and start_time = \(window.start.sql)
      and end_time = \(window.end.sql)
    """
  }
}
