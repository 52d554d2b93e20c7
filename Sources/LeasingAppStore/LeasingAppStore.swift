internal import Parking
internal import PostgreSQL

/// What the leasing app's workers do with its database, as the role `leasing_app_worker`. Each verb
/// is one transaction.
///
/// One thread owns a store, as it owns its connection. Verbs throw `AppRefusal` when a rule refuses,
/// and `DatabaseError` when the database does not answer.
public final class LeasingAppStore {
  let database: Database
  /// Parks tell no time zone, and China has one.
  let timeZone: ParkTimeZone

  /// A store that connects when it is first needed.
  ///
  /// - Parameter conninfo: libpq's connection string.
  /// - Throws: `AppRefusal.noTimeZone` where the system has no time zones.
  public init(conninfo: String) throws(AppRefusal) {
    guard let timeZone = ParkTimeZone(identifier: "Asia/Shanghai") else { throw .noTimeZone }
    self.timeZone = timeZone
    var settings = ConnectionSettings()
    settings.searchPath = "leasing_app"
    settings.applicationName = "leasing app"
    database = Database(conninfo, settings: settings)
  }

  /// Whether the database answers.
  public func check() throws {
    try database.withConnection { connection in
      _ = try connection.query("select 1")
    }
  }
}
