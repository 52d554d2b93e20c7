internal import PostgreSQL

extension ParkingStore {
  /// How long a person stays signed in, in hours: longer than any shift.
  static let sessionHours = 14

  /// Signs a person in who may act at a park.
  ///
  /// An unknown login costs the same time as a wrong password. Nothing says which of the two it was.
  /// - Returns: The token for the cookie, of which only a digest is kept; nil if refused.
  public func signIn(login: String, password: String, at park: ParkSettings) throws -> String? {
    let token = Self.newToken()
    let rows = try database.withConnection { connection in
      try connection.query(
        """
        with claim as (
          select coalesce(
            (select password_hash from parking.account
              where login = \(login) and retired_at is null),
            '$2a$10$0000000000000000000000000000000000000000000000000000.') as hash),
        checked as materialized (
          select parking.crypt(\(password), hash) = hash as is_right from claim)
        insert into parking.session (token_digest, account_id, expires_at)
        select \(token.sha256), a.account_id,
          now() + make_interval(hours => \(Int32(Self.sessionHours)))
        from checked, parking.account a
        where checked.is_right and a.login = \(login) and a.retired_at is null
          and parking.works_at(a.account_id, \(park.parkSN))
        returning account_id
        """)
    }
    return rows.isEmpty ? nil : token
  }

  /// Ends the session of a cookie's token; one that is unknown or ended is no error.
  public func signOut(token: String) throws {
    try database.withConnection { connection in
      _ = try connection.query(
        """
        update parking.session set ended_at = now()
        where token_digest = \(token.sha256) and ended_at is null
        """)
    }
  }

  /// 256 bits by the system's random number generator.
  private static func newToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }.hex
  }
}
