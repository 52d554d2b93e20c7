internal import PostgreSQL

extension ParkingStore {
  /// The person of a session's token at a park; nil where the session is not good.
  public func person(token: String, at parkSN: String) throws -> Person? {
    try person("\(sessionIsGood(token)) and parking.works_at(a.account_id, \(parkSN))")
  }

  /// The person of an account.
  public func person(accountID: Int32) throws -> Person? {
    try person("a.account_id = \(accountID) and a.retired_at is null")
  }

  private func person(_ condition: SQL) throws -> Person? {
    try database.withConnection { connection in
      let rows = try connection.query(
        """
        select a.account_id, a.login, a.display_name, a.role from parking.account a
        where \(condition)
        """)
      guard var columns = rows.first?.columns else { return nil }
      return Person(
        accountID: try columns.next(), login: try columns.next(), name: try columns.next(),
        role: try columns.next())
    }
  }

  private func sessionIsGood(_ token: String) -> SQL {
    """
    a.account_id = (select s.account_id from parking.session s where \(Self.goodSession(token)))
      and a.retired_at is null
    """
  }

  /// The condition of a session `s` that lets its person in: not ended, not too old, not idle.
  static func goodSession(_ token: String) -> SQL {
    """
    s.token_digest = \(token.sha256) and s.ended_at is null and s.expires_at > now()
      and s.active_at > now() - interval '1 second' * \(SignInRules.idle)
    """
  }
}
