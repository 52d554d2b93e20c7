public import Parking
internal import PostgreSQL

/// What the relay does with our database, as the role `gatehouse_relay`: it compares partners'
/// orders with our windows, and sweeps.
///
/// One task owns a store, as it owns its connection.
public final class RelayStore {
  let database: Database
  var zones = ZoneCache()
  var calendars = CalendarCache()

  /// A store that connects when it is first needed.
  ///
  /// - Parameter conninfo: libpq's connection string.
  public init(conninfo: String) {
    var settings = ConnectionSettings()
    settings.searchPath = "parking"
    settings.applicationName = "gatehouse relay"
    // A park may have tens of thousands of windows.
    settings.statementTimeout = .seconds(30)
    settings.lockTimeout = .seconds(5)
    database = Database(conninfo, settings: settings)
  }

  /// The database's clock.
  public func now() throws -> Instant {
    try database.withConnection { connection in
      try connection.query("select clock_timestamp()").one().decode(at: 0)
    }
  }

  /// Deletes what is over: nonces, what was delivered and reports that are old; a piece of each at
  /// a time.
  ///
  /// - Returns: how many rows.
  public func sweep(outboxDays: Int, reportDays: Int) throws -> Int {
    try database.withConnection { connection in
      let row = try connection.query(
        """
        select parking.sweep_nonces() + parking.sweep_outbox(\(Int32(outboxDays)) * interval '1 day')
          + parking.sweep_readings(\(Int32(reportDays)) * interval '1 day')
        """
      ).one()
      return Int(try row.decode(Int64.self, at: 0))
    }
  }
}
