internal import Parking
internal import PostgreSQL

extension SiteStore {
  /// The newest lines of the audit trail, newest first.
  ///
  /// - Parameters:
  ///   - parkSN: Only those of this park; nil for all.
  ///   - before: Only lines before that number; nil from the newest on.
  /// - Throws: `SiteStoreError`.
  public func audit(
    ofPark parkSN: String?, before: Int64?, count: Int
  ) throws(SiteStoreError) -> [AuditLine] {
    let park: SQL = parkSN.map { "and u.park_sn = \($0)" } ?? ""
    return try transaction {
      try connection.query(
        """
        select u.audit_id, u.at, u.park_sn || coalesce(' ' || u.booth_id, ''),
          coalesce(a.login, ''), u.caller, u.action, coalesce(r.license, ''), u.detail
        from parking.audit u
        left join parking.account a using (account_id)
        left join parking.arrival r on r.arrival_id = u.arrival_id
        where u.audit_id < \(before ?? .max) \(park)
        order by u.audit_id desc limit \(Int64(count))
        """
      ).map { row in
        var columns = row.columns
        return try AuditLine(&columns)
      }
    }
  }
}
