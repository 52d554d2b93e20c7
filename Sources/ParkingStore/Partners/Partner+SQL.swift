internal import Parking
internal import PostgreSQL

extension Partner {
  /// The partner of that name, unless it is retired.
  static func load(_ appID: String, _ connection: Connection) throws -> Partner? {
    let rows = try connection.query(
      """
      select sandbox, allow_md5, clock_tolerance_seconds, requests_per_minute,
        array(select n::text from unnest(networks) n), disabled_at is not null,
        array(select k.key_id::text from parking.partner_key k
          where k.app_id = p.app_id and k.retired_at is null order by k.created_at desc, k.slot),
        array(select k.secret from parking.partner_key k
          where k.app_id = p.app_id and k.retired_at is null order by k.created_at desc, k.slot),
        certificate_digest
      from parking.partner p where p.app_id = \(appID) and p.retired_at is null
      """)
    guard var columns = rows.first?.columns else { return nil }
    return try Partner(appID, &columns)
  }

  private init(_ appID: String, _ columns: inout RowDecoder) throws(DatabaseError) {
    self.appID = appID
    isSandbox = try columns.next()
    allowsMD5 = try columns.next()
    clockTolerance = Int(try columns.next(Int32.self))
    requestsPerMinute = Int(try columns.next(Int32.self))
    networks = try columns.next([String].self).compactMap { try? Network($0) }
    isDisabled = try columns.next()
    keys = zip(try columns.next([String].self), try columns.next([String].self)).map {
      PartnerKey(keyID: $0, secret: $1)
    }
    certificate = try columns.next()
  }
}
