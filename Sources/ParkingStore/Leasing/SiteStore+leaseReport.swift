public import Parking
internal import PostgreSQL

extension SiteStore {
  /// What the operator has to know of a park's leases that begin or end since an instant.
  ///
  /// - Throws: `SiteStoreError` when there is no such park.
  public func leaseReport(
    ofPark parkSN: String, since: Instant
  ) throws(SiteStoreError) -> LeaseReport {
    try transaction(isolation: .repeatableRead) {
      let zones = try connection.query(
        "select time_zone::text from parking.park where park_sn = \(parkSN)")
      guard let zone = try zones.first?.decode(String.self, at: 0) else {
        throw SiteStoreError("there is no park \(parkSN)")
      }
      let window: SQL = """
        coalesce(v.plate, '(no plate)') || ' ' || v.window_date || ' '
        || left(v.start_time::text, 5) || '–' || left(v.end_time::text, 5) || ' by ' || v.app_id
        """
      let park: SQL = "v.park_sn = \(parkSN)"
      return LeaseReport(sections: [
        try section(
          "Sold outside the offer, or not checked",
          """
          select \(window) || ': ' || replace(v.offer_check, '_', ' ')
          from parking.lease_beyond_offer v where \(park) and v.ends_at >= \(since)
          order by v.begins_at, v.window_id
          """),
        try section(
          "More leases than lease places",
          """
          select to_char(v.at at time zone \(zone), 'YYYY-MM-DD HH24:MI') || ': ' || v.leases
            || ' leases, ' || v.places || ' places'
          from parking.lease_crowding v where \(park) and v.at >= \(since) order by v.at, v.leases
          """),
        try section(
          "No-shows",
          """
          select \(window) from parking.lease_no_show v
          where \(park) and v.ends_at >= \(since) order by v.begins_at, v.window_id
          """),
        try section(
          "Overstays",
          """
          select \(window) || ': ' || v.minutes_over || ' min over, stay ' || v.stay_id
            || case when v.leave_time is null then ', still inside' else '' end
          from parking.lease_overstay v where \(park) and v.ends_at >= \(since)
          order by v.ends_at, v.window_id
          """),
      ])
    }
  }

  private func section(_ title: String, _ statement: SQL) throws -> LeaseReport.Section {
    LeaseReport.Section(
      title: title, lines: try connection.query(statement).map { try $0.decode(at: 0) })
  }
}
