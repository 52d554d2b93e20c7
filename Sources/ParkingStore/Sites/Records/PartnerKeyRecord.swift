internal import Parking
internal import PostgreSQL

/// A row of `parking.partner_key`. A site file adds keys and takes none away: who rotates a key by
/// command would lose the new one with the next apply, and bring back the old.
struct PartnerKeyRecord {
  let appID: String
  let keyID: String
  let secret: String
  let isRetired: Bool

  static func stored(_ connection: Connection) throws(DatabaseError) -> [PartnerKeyRecord] {
    try connection.query(
      "select app_id, key_id, secret, retired_at is not null from parking.partner_key"
    ).map { row throws(DatabaseError) in
      var columns = row.columns
      return PartnerKeyRecord(
        appID: try columns.next(), keyID: try columns.next(), secret: try columns.next(),
        isRetired: try columns.next())
    }
  }

  /// Writes it into a slot that is free; the constraint of slots refuses it if there is none.
  static func insertion(appID: String, keyID: String, secret: String) -> SQL {
    """
    insert into parking.partner_key (app_id, key_id, secret, slot)
    select \(appID), \(keyID), \(secret), case when exists (
      select from parking.partner_key k
      where k.app_id = \(appID) and k.slot = 1 and k.retired_at is null) then 2 else 1 end
    """
  }
}

extension SitePlan {
  /// Adds the keys that the database lacks. A retired key stays retired.
  mutating func addKeys(of partner: SiteFile.Partner, stored: [PartnerKeyRecord]) {
    let known = stored.filter { $0.appID == partner.id }
    var live = known.filter { !$0.isRetired }.count
    for key in partner.keys ?? [] {
      guard case .plain(let secret) = key.secret else { continue }
      if let old = known.first(where: { $0.keyID == key.id }) {
        if old.secret != secret {
          fail(
            "partners.\(partner.id).keys", key.line,
            "key “\(key.id)” has another secret in the database; give the new one another id")
        }
        continue
      }
      live += 1
      guard live <= 2 else {
        fail(
          "partners.\(partner.id).keys", key.line,
          "partner \(partner.id) would have three live keys; retire one with "
            + "`gatehouse partner rotate --retire`")
        continue
      }
      add(
        SiteChange(action: .add, kind: "key", name: "\(key.id) of \(partner.id)", details: []),
        [PartnerKeyRecord.insertion(appID: partner.id, keyID: key.id, secret: secret)])
    }
  }
}
