public import Outbox
public import Parking
internal import PostgreSQL

/// What the leasing app's relay does with its database, as the role `leasing_app_relay`, besides
/// delivering: it completes and corrects offers, and sweeps.
public final class OfferStore {
  /// A parking system whose offers are read.
  public struct Source: Sendable {
    /// The name that both sign with.
    public let appID: String
    /// How to call it.
    public let partner: CalledPartner
  }

  private let database: Database

  /// A store that connects when it is first needed.
  public init(conninfo: String) {
    var settings = ConnectionSettings()
    settings.searchPath = "leasing_app"
    settings.applicationName = "leasing app relay"
    settings.statementTimeout = .seconds(30)
    database = Database(conninfo, settings: settings)
  }

  /// The database's clock.
  public func now() throws -> Instant {
    try database.withConnection { connection in
      let now = try connection.query("select clock_timestamp()").one()
      return Instant(microseconds: try now.decode(Timestamp.self, at: 0).microseconds)
    }
  }

  /// Parking systems that have not been read for so long.
  public func due(every seconds: Int64) throws -> [Source] {
    try database.withConnection { connection in
      try connection.query(
        """
        select p.app_id::text, \(CalledPartner.columns)
        from partner p \(CalledPartner.key) left join offer_reading r on r.app_id = p.app_id
        where \(CalledPartner.isCalled) and (r.began_at is null
          or r.began_at <= clock_timestamp() - \(seconds) * interval '1 second')
        order by r.began_at nulls first
        """
      ).map { row in
        var columns = row.columns
        return Source(appID: try columns.next(), partner: try CalledPartner(&columns))
      }
    }
  }

  /// Keeps what a reading of all pages found. A complete one withdraws what it does not name; what
  /// changed since it began is left alone, since the push that changed it is newer.
  public func keep(
    _ offers: [AppOffer], of appID: String, began: Instant, ended: Instant, fault: String?
  ) throws {
    let start = Timestamp(microseconds: began.microseconds)
    try database.withConnection { connection in
      try connection.transaction {
        // Two relays that read at once come one after the other here.
        _ = try connection.query(
          "select pg_advisory_xact_lock(hashtextextended(\(appID), 4))")
        for offer in offers {
          try connection.execute(
            offer.keeping(appID: appID, signedAt: 0, onlyWhere: "o.changed_at < \(start)"))
        }
        if fault == nil {
          try connection.execute(
            """
            update offer set withdrawn_at = clock_timestamp(), changed_at = clock_timestamp()
            where app_id = \(appID) and withdrawn_at is null and changed_at < \(start)
              and park_sn <> all(\(offers.map(\.parkSN)))
            """)
        }
        try connection.execute(
          """
          insert into offer_reading (app_id, began_at, ended_at, is_complete, fault)
          values (\(appID), \(start), \(Timestamp(microseconds: ended.microseconds)),
            \(fault == nil), \(fault))
          on conflict (app_id) do update set began_at = excluded.began_at,
            ended_at = excluded.ended_at, is_complete = excluded.is_complete,
            fault = excluded.fault
          """)
      }
    }
  }

  /// Deletes nonces that are over and orders that were delivered long ago; a piece of each.
  ///
  /// - Returns: how many rows.
  public func sweep(outboxDays: Int) throws -> Int {
    try database.withConnection { connection in
      let row = try connection.query(
        """
        select sweep_nonces() + sweep_outbox(\(Int32(outboxDays)) * interval '1 day')
        """
      ).one()
      return Int(try row.decode(Int64.self, at: 0))
    }
  }
}
