public import Parking
internal import PostgreSQL

extension SiteStore {
  /// All partners that are not retired, without secrets.
  public func partners() throws(SiteStoreError) -> [PartnerListing] {
    try transaction {
      try connection.query(
        """
        select p.app_id, p.operator_id, p.partner_name, p.base_url, p.push_format,
          p.disabled_at,
          array(select g.park_sn::text from parking.partner_park g
            where g.app_id = p.app_id order by g.park_sn),
          array(select k.key_id::text from parking.partner_key k
            where k.app_id = p.app_id and k.retired_at is null order by k.created_at desc, k.slot),
          array(select k.created_at from parking.partner_key k
            where k.app_id = p.app_id and k.retired_at is null order by k.created_at desc, k.slot)
        from parking.partner p where p.retired_at is null order by p.app_id
        """
      ).map { row in
        var columns = row.columns
        return PartnerListing(
          appID: try columns.next(), operatorID: try columns.next(), name: try columns.next(),
          baseURL: try columns.next(), pushFormat: try columns.next(),
          disabledAt: try columns.next(), parks: try columns.next(),
          keys: zip(try columns.next([String].self), try columns.next([Instant].self)).map {
            PartnerListing.Key(keyID: $0, createdAt: $1)
          })
      }
    }
  }

  /// Adds a partner with its first key.
  ///
  /// - Throws: `SiteStoreError` when there is one of that name, or a park is not the operator's.
  public func add(
    _ partner: SiteFile.Partner, ofOperator operatorID: String
  ) throws(SiteStoreError) -> [SiteChange] {
    var site = SiteFile.Operator(id: operatorID, name: operatorID)
    site.partners = [partner]
    let record = PartnerRecord(partner, of: site)
    return try carryOut(isDryRun: false) { _ in
      let known: [StoredRecord<PartnerRecord>] = try PartnerRecord.stored(connection)
      if let old = known.first(where: { $0.record.id == partner.id }), !old.isRetired {
        throw SiteStoreError("there is a partner \(partner.id) already")
      }
      for park in partner.parks {
        let rows = try connection.query(
          """
          select 1 from parking.park where park_sn = \(park.id) and operator_id = \(operatorID)
            and retired_at is null
          """)
        guard !rows.isEmpty else {
          throw SiteStoreError("operator \(operatorID) has no park \(park.id)")
        }
      }
      var plan = SitePlan()
      _ = plan.reconcile(known, with: [record]) { _ in false }
      plan.addKeys(of: partner, stored: try PartnerKeyRecord.stored(connection))
      return plan
    }
  }

  /// Gives a partner another key; at most two are live.
  public func addKey(
    _ key: SiteFile.Partner.Key, toPartner appID: String
  ) throws(SiteStoreError) {
    try changing(appID) {
      let live: Int64 = try connection.query(
        """
        select count(*) from parking.partner_key where app_id = \(appID) and retired_at is null
        """
      ).one().decode(at: 0)
      guard live < 2 else {
        throw SiteStoreError("partner \(appID) has two live keys; retire one first")
      }
      guard case .plain(let secret) = key.secret else { return }
      try connection.execute(
        PartnerKeyRecord.insertion(appID: appID, keyID: key.id, secret: secret))
    }
  }

  /// A name for another key: `k` and the first number that no key of the partner had.
  public func nextKeyID(ofPartner appID: String) throws(SiteStoreError) -> String {
    try transaction {
      let known = Set(
        try connection.query(
          "select key_id::text from parking.partner_key where app_id = \(appID)"
        ).map { try $0.decode(String.self, at: 0) })
      var number = 1
      while known.contains("k\(number)") { number += 1 }
      return "k\(number)"
    }
  }

  /// Retires a key: within a second it opens nothing.
  public func retireKey(_ keyID: String, ofPartner appID: String) throws(SiteStoreError) {
    try changing(appID) {
      let count = try connection.execute(
        """
        update parking.partner_key set retired_at = now()
        where app_id = \(appID) and key_id = \(keyID) and retired_at is null
        """)
      guard count == 1 else { throw SiteStoreError("partner \(appID) has no live key \(keyID)") }
    }
  }

  /// Switches a partner off, or on again.
  public func setPartner(_ appID: String, isDisabled: Bool) throws(SiteStoreError) {
    try changing(appID) {
      let now: SQL = isDisabled ? "coalesce(disabled_at, now())" : "null::timestamptz"
      try connection.execute(
        "update parking.partner set disabled_at = \(now) where app_id = \(appID)")
    }
  }

  /// The newest live key of a partner, to sign with on its behalf; nil if it has none.
  public func newestKey(ofPartner appID: String) throws(SiteStoreError) -> PartnerKey? {
    try transaction {
      try connection.query(
        """
        select key_id, secret from parking.partner_key
        where app_id = \(appID) and retired_at is null order by created_at desc, slot limit 1
        """
      ).first.map { PartnerKey(keyID: try $0.decode(at: 0), secret: try $0.decode(at: 1)) }
    }
  }

  private func changing(_ appID: String, _ change: () throws -> Void) throws(SiteStoreError) {
    try transaction {
      try lock()
      let rows = try connection.query(
        "select 1 from parking.partner where app_id = \(appID) and retired_at is null")
      guard !rows.isEmpty else { throw SiteStoreError("there is no partner \(appID)") }
      try change()
    }
  }
}
