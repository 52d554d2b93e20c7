internal import Parking
internal import PostgreSQL

/// Tells which passwords of a site file are those that the database has hashes of.
struct PasswordCheck {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The wanted accounts, with the stored hash in place of a password that fits it: every hash has
  /// a salt of its own, so hashing the password again would never give the same.
  func keepingHashes(
    _ wanted: [AccountRecord], _ stored: [StoredRecord<AccountRecord>]
  ) throws(DatabaseError) -> [AccountRecord] {
    let known = Dictionary(stored.map { ($0.record.login, $0.record) }, uniquingKeysWith: { $1 })
    var result: [AccountRecord] = []
    for var account in wanted {
      if let old = known[account.login]?.password, try fits(account.password, old) {
        account.password = old
      }
      result.append(account)
    }
    return result
  }

  private func fits(
    _ wanted: SiteFile.Secret, _ stored: SiteFile.Secret
  ) throws(DatabaseError) -> Bool {
    guard case .plain(let password) = wanted, case .hashed(let hash) = stored else { return false }
    return try connection.query("select parking.crypt(\(password), \(hash)) = \(hash)").one()
      .decode(at: 0)
  }
}
