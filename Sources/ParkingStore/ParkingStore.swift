internal import Parking
internal import PostgreSQL

/// The domain's verbs against the database. Each is one transaction.
///
/// One thread owns a store, as it owns its connection. Verbs throw `Refusal` when a rule refuses,
/// `DatabaseError` when the database does not answer, and `StoreError` for mistakes of ours.
public final class ParkingStore {
  let database: Database
  let pictures: PictureFolder
  var settings = SettingsCache()
  var tariffs: [Int32: Tariff] = [:]
  var calendars = CalendarCache()

  /// A store that connects when it is first needed.
  ///
  /// - Parameters:
  ///   - conninfo: libpq's connection string.
  ///   - pictures: the directory of picture files that all workers share.
  public init(conninfo: String, pictures: String) {
    database = Database(conninfo)
    self.pictures = PictureFolder(path: pictures)
  }

  /// Whether the database answers; what `/healthz` asks.
  public func check() throws {
    try database.withConnection { connection in
      _ = try connection.query("select 1")
    }
  }
}
