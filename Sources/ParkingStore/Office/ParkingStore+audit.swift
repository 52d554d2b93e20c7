internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// The audit trail of a park, newest first.
  ///
  /// - Parameter before: Only lines before that number; nil from the newest on.
  public func audit(of park: ParkSettings, before: Int64?, count: Int) throws -> [AuditLine] {
    try database.withConnection { connection in
      try connection.query(
        """
        select u.audit_id, u.at, coalesce(b.booth_name, ''), coalesce(a.display_name, ''),
          u.caller, u.action, coalesce(r.license, (
            select s.license from parking.arrival s where s.stay_id = u.stay_id
            order by s.arrival_id limit 1), ''), u.detail
        from parking.audit u
        left join parking.booth b using (park_sn, booth_id)
        left join parking.account a using (account_id)
        left join parking.arrival r on r.arrival_id = u.arrival_id
        where u.park_sn = \(park.parkSN) and u.audit_id < \(before ?? .max)
        order by u.audit_id desc limit \(Int64(count))
        """
      ).map { row in
        var columns = row.columns
        return try AuditLine(&columns)
      }
    }
  }
}
