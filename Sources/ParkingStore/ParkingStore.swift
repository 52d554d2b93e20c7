public import Parking
internal import PostgreSQL

/// The domain's verbs against the database. Each is one transaction.
///
/// One thread owns a store, as it owns its connection. Verbs throw `Refusal` when a rule refuses,
/// `DatabaseError` when the database does not answer, and `StoreError` for mistakes of ours.
public final class ParkingStore {
  let database: Database
  let pictures: PictureFolder
  var settings = SettingsCache()
  var tariffs = TariffCache()
  var calendars = CalendarCache()
  var partners = PartnerCache()
  var zones = ZoneCache()
  /// What the newest transaction at a gate decided.
  var tally: Tally?

  /// A store that connects when it is first needed.
  ///
  /// - Parameters:
  ///   - conninfo: libpq's connection string.
  ///   - pictures: the directory of picture files that all workers share.
  public init(conninfo: String, pictures: String) {
    database = Database(conninfo, settings: Self.settings)
    self.pictures = PictureFolder(path: pictures)
  }

  /// Statements are planned once and not for every value: PostgreSQL takes `limit $3` for a tenth of
  /// the table and would plan a booth's list anew each time, which costs more than to run it.
  ///
  /// A plan that is kept must not depend on how small a table was when it was made: of a few rows
  /// PostgreSQL would read all, and go on while they become thousands.
  private static var settings: ConnectionSettings {
    var settings = ConnectionSettings()
    settings.parameters = [
      (name: "plan_cache_mode", value: "force_generic_plan"),
      (name: "enable_seqscan", value: "off"),
    ]
    return settings
  }

  /// The database's clock, which is "now" everywhere.
  public func now() throws -> Instant {
    try database.withConnection { connection in
      try connection.query("select clock_timestamp()").one().decode(at: 0)
    }
  }

  /// What an operator has to see in the log, once a day at most; nil if there is nothing.
  public func takeWarning() -> String? { calendars.takeWarning() }

  /// What was decided since this was asked last; nil for nothing. A transaction that was tried again
  /// counts once.
  public func takeTally() -> Tally? {
    defer { tally = nil }
    return tally
  }

  /// Whether the database answers; what `/healthz` asks.
  public func check() throws {
    try database.withConnection { connection in
      _ = try connection.query("select 1")
    }
  }
}
