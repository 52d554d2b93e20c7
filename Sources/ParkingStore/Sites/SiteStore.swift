internal import PostgreSQL

/// What the operator's command line does with the database, as the role `gatehouse_admin`.
///
/// Every verb is one transaction. Blocks its thread; use it from one.
public final class SiteStore {
  let connection: Connection

  /// Connects.
  ///
  /// - Parameter conninfo: libpq's connection string or URI.
  /// - Throws: `SiteStoreError` when the database cannot be reached.
  public init(conninfo: String) throws(SiteStoreError) {
    do throws(DatabaseError) {
      var settings = ConnectionSettings.patient
      settings.applicationName = "gatehouse command line"
      connection = try Connection(conninfo, settings: settings)
    } catch {
      throw SiteStoreError(error)
    }
  }

  /// Runs one transaction, and leaves nothing of it when `body` throws.
  func transaction<Value>(
    isolation: Isolation = .readCommitted, _ body: () throws -> Value
  ) throws(SiteStoreError) -> Value {
    do {
      return try connection.transaction(isolation: isolation, body)
    } catch {
      throw SiteStoreError(error)
    }
  }

  /// Keeps two programs from changing the sites at the same time; held to the transaction's end.
  func lock() throws(DatabaseError) {
    // A number of our own, "site" in ASCII.
    _ = try connection.query("select pg_advisory_xact_lock(\(0x7369_7465 as Int64))")
  }
}
