internal import Parking
internal import PostgreSQL

/// A row of `parking.account` with its rows of `parking.account_park`.
struct AccountRecord: SiteRecord {
  static let kind = "account"
  static let selection: SQL = """
    select login, display_name, operator_id, role, password_hash,
      array(select park_sn::text from parking.account_park p
        where p.account_id = a.account_id order by park_sn),
      retired_at is not null
    from parking.account a order by login
    """

  let login: String
  let displayName: String
  let operatorID: String
  let role: String
  /// A plain one is hashed by the database when it is written.
  var password: SiteFile.Secret
  /// In the order of their ids.
  let parks: [String]
  var line: Int?

  init(_ account: SiteFile.Account, of site: SiteFile.Operator) {
    (login, displayName, operatorID) = (account.login, account.name, site.id)
    (role, password, line) = (account.role.rawValue, account.password, account.line)
    parks = account.parks.map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    login = try columns.next()
    displayName = try columns.next()
    operatorID = try columns.next()
    role = try columns.next()
    password = .hashed(try columns.next())
    parks = try columns.next()
  }

  var key: String { login }
  var summary: [String] { [displayName, role] }

  static func name(of key: String) -> String { key }

  static func retirement(of key: String) -> SQL {
    "update parking.account set retired_at = now() where login = \(key)"
  }

  func differences(from stored: AccountRecord) -> [String] {
    difference("name", stored.displayName, displayName)
      + difference("operator", stored.operatorID, operatorID)
      + difference("role", stored.role, role)
      + difference("parks", stored.parks, parks) { $0.joined(separator: " ") }
      + (stored.password == password ? [] : ["another password"])
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.account (login, display_name, operator_id, role, password_hash)
      values (\(login), \(displayName), \(operatorID), \(role), \(passwordHash))
      on conflict (login) do update set display_name = excluded.display_name,
        operator_id = excluded.operator_id, role = excluded.role,
        password_hash = excluded.password_hash, retired_at = null
      """,
      """
      delete from parking.account_park
      where account_id = (select account_id from parking.account where login = \(login))
        and park_sn <> all (\(parks))
      """,
      """
      insert into parking.account_park (account_id, park_sn)
      select account_id, park_sn from parking.account, unnest(\(parks)) park_sn
      where login = \(login)
      on conflict do nothing
      """,
    ]
  }

  private var passwordHash: SQL {
    switch password {
    case .plain(let text): "parking.crypt(\(text), parking.gen_salt('bf', 10))"
    case .hashed(let text): "\(text)"
    }
  }
}
