internal import PostgreSQL

extension ParkingStore {
  /// Signs a person in who may act at a park.
  ///
  /// An unknown name costs the same time as a wrong password, and is locked like one that is known.
  /// Guesses at one name wait for each other, so that no number of them at once gets round the lock.
  public func signIn(login: String, password: String, at park: ParkSettings) throws -> SignIn {
    let token = Self.newToken()
    return try database.withConnection { connection in
      try connection.transaction {
        let digest = login.sha256
        guard try countsAttempt(digest, connection) else {
          return .locked(seconds: try secondsLocked(digest, connection))
        }
        let isIn = try beginsSession(token, login, password, park, connection)
        guard isIn else { return .refused }
        try forgetFailures(digest, connection)
        return .done(token: token)
      }
    }
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

  /// Notes that a session's person acts, so that it does not end as idle; at most once a minute.
  public func keepSession(token: String) throws {
    try database.withConnection { connection in
      _ = try connection.query(
        """
        update parking.session set active_at = now()
        where token_digest = \(token.sha256) and active_at < now() - interval '1 minute'
        """)
    }
  }

  /// Counts an attempt as failed before it is looked at; false while the name is locked.
  private func countsAttempt(_ digest: [UInt8], _ connection: Connection) throws -> Bool {
    let failures: SQL = """
      case when f.failed_at < clock_timestamp() - interval '1 day' then 1 else f.failures + 1 end
      """
    return try connection.query(
      """
      insert into parking.sign_in_failure as f (login_digest, failures, failed_at, locked_until)
      values (\(digest), 1, clock_timestamp(), clock_timestamp())
      on conflict (login_digest) do update
        set failures = \(failures), failed_at = clock_timestamp(),
          locked_until = clock_timestamp() + case
            when \(failures) <= \(Int32(SignInRules.forgiven)) then interval '0'
            else interval '1 second' * least(\(SignInRules.longestLock), \(SignInRules.firstLock)
              * power(2, least(\(failures) - \(Int32(SignInRules.forgiven)), 20) - 1)) end
        where f.locked_until <= clock_timestamp()
      """
    ).affected == 1
  }

  private func secondsLocked(_ digest: [UInt8], _ connection: Connection) throws -> Int {
    let rows = try connection.query(
      """
      select ceil(extract(epoch from locked_until - clock_timestamp()))::bigint
      from parking.sign_in_failure where login_digest = \(digest)
      """)
    return max(1, Int(try rows.first?.decode(Int64.self, at: 0) ?? 1))
  }

  private func beginsSession(
    _ token: String, _ login: String, _ password: String, _ park: ParkSettings,
    _ connection: Connection
  ) throws -> Bool {
    let rows = try connection.query(
      """
      with claim as (
        select coalesce(
          (select password_hash from parking.account
            where login = \(login) and retired_at is null),
          '$2a$10$0000000000000000000000000000000000000000000000000000.') as hash),
      checked as materialized (
        select parking.crypt(\(password), hash) = hash as is_right from claim)
      insert into parking.session (token_digest, account_id, expires_at)
      select \(token.sha256), a.account_id, now() + interval '1 second' * \(SignInRules.session)
      from checked, parking.account a
      where checked.is_right and a.login = \(login) and a.retired_at is null
        and parking.works_at(a.account_id, \(park.parkSN))
      returning account_id
      """)
    return !rows.isEmpty
  }

  /// Forgets this name's failures, and a few others' that are old.
  private func forgetFailures(_ digest: [UInt8], _ connection: Connection) throws {
    _ = try connection.query(
      """
      delete from parking.sign_in_failure f using (
        select login_digest from parking.sign_in_failure
        where login_digest = \(digest) or failed_at < now() - interval '1 day'
        limit 100 for update skip locked) old
      where f.login_digest = old.login_digest
      """)
  }

  /// 256 bits by the system's random number generator.
  private static func newToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }.hex
  }
}
