public import Outbox
internal import PostgreSQL

extension SiteStore {
  /// What partners have not been told: what waits, and what was given up.
  public func openOutbox() throws(SiteStoreError) -> [OutboxLine] {
    try transaction {
      try lookInParking()
      return try OutboxDesk(connection).open()
    }
  }

  /// Sends rows again now that wait or were given up; nil: all that were given up.
  ///
  /// - Returns: how many.
  public func sendAgain(_ outboxIDs: [Int64]?) throws(SiteStoreError) -> Int {
    try transaction {
      try lookInParking()
      return try OutboxDesk(connection).sendAgain(outboxIDs)
    }
  }

  /// Queues what parks offer now for their partners, though nothing changed: for a partner that has
  /// lost what it was told.
  ///
  /// - Returns: how many rows were queued.
  public func tellAgain(appID: String?, parkSN: String?) throws(SiteStoreError) -> Int {
    try transaction {
      let row = try connection.query(
        """
        select count(parking.queue_offer(g.app_id, g.park_sn, true)) from (
          select app_id, park_sn from parking.partner_park
          where (\(appID)::text is null or app_id = \(appID))
            and (\(parkSN)::text is null or park_sn = \(parkSN))
          order by app_id, park_sn) g
        """
      ).one()
      return Int(try row.decode(Int64.self, at: 0))
    }
  }

  private func lookInParking() throws {
    _ = try connection.query("select set_config('search_path', 'parking', true)")
  }
}
