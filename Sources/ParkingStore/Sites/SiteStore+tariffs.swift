public import Parking
internal import PostgreSQL

extension SiteStore {
  /// Publishes one tariff of an operator as a new version, as `apply` would, and leaves all others
  /// alone.
  ///
  /// - Returns: what changed; empty when the newest version says the same.
  /// - Throws: `SiteStoreError`, also when there is no such operator.
  public func publish(
    _ tariff: SiteFile.Tariff, operatorID: String, isDryRun: Bool
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
      let stored = try TariffRecord.stored(connection)
      _ = plan.reconcile(stored, with: [TariffRecord(tariff, of: site)]) { _ in false }
      try TariffVersions(connection, now: now).publish(tariff, of: site, in: &plan)
      return plan
    }
  }
}
