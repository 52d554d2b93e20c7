public import Parking
internal import PostgreSQL

extension SiteStore {
  /// Publishes one tariff of an operator as a new version, as `apply` would, and leaves all others
  /// alone.
  ///
  /// - Parameter days: entries are tried on these days; on some of the last weeks if empty.
  /// - Returns: what changed; empty when the newest version says the same.
  /// - Throws: `SiteStoreError`, also when there is no such operator, with `fileErrors` for what
  ///   speaks against the tariff.
  public func publish(
    _ tariff: Tariff, operatorID: String, days: [CivilDate] = [], isDryRun: Bool
  ) throws(SiteStoreError) -> [SiteChange] {
    let site = SiteFile.Operator(id: operatorID, name: operatorID)
    return try carryOut(isDryRun: isDryRun) { now in
      let row = try connection.query(
        """
        select 1 from parking.operator where operator_id = \(operatorID) and retired_at is null
        """
      ).first
      var plan = SitePlan()
      guard row != nil else {
        plan.fail("operator", nil, "there is no operator \(operatorID)")
        return plan
      }
      guard let zone = try zone(of: tariff, operatorID, &plan) else { return plan }
      let version = SiteFile.Tariff(tariff, timeZone: zone)
      let stored = try TariffRecord.stored(connection)
      _ = plan.reconcile(stored, with: [TariffRecord(version, of: site)]) { _ in false }
      let review = PublicationReview(
        calendar: try .load(connection), days: days, wantsCalendar: true)
      try TariffVersions(connection, now: now, review: review)
        .publish(version, of: site, in: &plan)
      return plan
    }
  }

  /// The clocks of the parks that use a tariff, its own or the usual ones if none does; nil, with
  /// the problem noted, if they are several.
  private func zone(
    of tariff: Tariff, _ operatorID: String, _ plan: inout SitePlan
  ) throws -> ParkTimeZone? {
    let names: [String] = try connection.query(
      """
      select distinct time_zone from parking.park
      where operator_id = \(operatorID) and tariff_id = \(tariff.id) and retired_at is null
      """
    ).map { row throws(DatabaseError) in try row.decode(at: 0) }
    let zones = Set(
      names.compactMap { ParkTimeZone(identifier: $0) } + (tariff.timeZone.map { [$0] } ?? []))
    guard zones.count <= 1 else {
      let list = zones.map(\.identifier).sorted().joined(separator: ", ")
      plan.fail("time_zone", nil, "the tariff and the parks that use it have several: \(list)")
      return nil
    }
    return zones.first ?? ParkTimeZone(identifier: SiteFile.Park.usualTimeZone) ?? .utc
  }
}

extension SiteFile.Tariff {
  fileprivate init(_ tariff: Tariff, timeZone: ParkTimeZone) {
    self.init(
      id: tariff.id, validFrom: tariff.validFrom.map { timeZone.instant(of: $0) },
      rules: tariff.document)
    self.timeZone = timeZone
  }
}
