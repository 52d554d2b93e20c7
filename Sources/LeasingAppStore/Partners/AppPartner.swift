internal import PostgreSQL

/// A parking system that calls us, with its live keys.
public struct AppPartner: Sendable {
  /// By which its requests name it.
  public let appID: String
  /// Whether it is told the string that was signed when its signature is wrong.
  public let isSandbox: Bool
  /// Whether it may sign with MD5.
  public let allowsMD5: Bool
  /// How far its clock may be from the database's, in seconds.
  public let clockTolerance: Int64
  /// Whether somebody switched it off.
  public let isDisabled: Bool
  /// At most two, by name; the secrets are never logged.
  public let keys: [(keyID: String, secret: String)]
}

extension AppPartner: CustomStringConvertible, CustomReflectable {
  /// The name alone.
  public var description: String { appID }

  /// The name alone, so that a dump shows no secret either.
  public var customMirror: Mirror { Mirror(self, children: ["appID": appID]) }
}

extension LeasingAppStore {
  /// The parking system of that name; nil if there is none.
  public func partner(_ appID: String) throws -> AppPartner? {
    try database.withConnection { connection in
      let rows = try connection.query(
        """
        select p.sandbox, p.allow_md5, p.clock_tolerance_seconds::bigint,
          p.disabled_at is not null,
          array(select k.key_id::text from partner_key k
            where k.app_id = p.app_id and k.retired_at is null order by k.slot),
          array(select k.secret::text from partner_key k
            where k.app_id = p.app_id and k.retired_at is null order by k.slot)
        from partner p where p.app_id = \(appID) and p.retired_at is null
        """)
      guard var columns = rows.first?.columns else { return nil }
      return AppPartner(
        appID: appID, isSandbox: try columns.next(), allowsMD5: try columns.next(),
        clockTolerance: try columns.next(), isDisabled: try columns.next(),
        keys: Array(zip(try columns.next([String].self), try columns.next([String].self))))
    }
  }
}
