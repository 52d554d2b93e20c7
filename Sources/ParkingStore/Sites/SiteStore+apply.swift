public import Parking
internal import PostgreSQL

extension SiteStore {
  /// Makes the database say what a site file says.
  ///
  /// Everything or nothing: one transaction, which waits for another that does the same.
  ///
  /// - Parameter isDryRun: do it, and take all of it back.
  /// - Returns: what changed, or would; empty when the database says it already.
  /// - Throws: `SiteStoreError`; with `fileErrors` when the file contradicts what it leaves alone.
  public func apply(
    _ file: SiteFile, isDryRun: Bool = false
  ) throws(SiteStoreError) -> [SiteChange] {
    try carryOut(isDryRun: isDryRun) { now in
      var comparison = SiteComparison(file, connection)
      return try comparison.makePlan(now: now)
    }
  }

  /// Makes a plan and does what it says, in one transaction; a dry run takes all of it back.
  func carryOut(
    isDryRun: Bool, _ makePlan: (Instant) throws -> SitePlan
  ) throws(SiteStoreError) -> [SiteChange] {
    do {
      return try connection.transaction {
        try lock()
        let plan = try makePlan(try now())
        guard plan.problems.isEmpty else { throw SiteFileErrors(plan.problems) }
        for statement in plan.statements { try connection.execute(statement) }
        if isDryRun { throw DryRunEnd(changes: plan.changes) }
        return plan.changes
      }
    } catch let end as DryRunEnd {
      return end.changes
    } catch {
      throw SiteStoreError(error)
    }
  }

  /// The database's clock, after the lock was waited for.
  private func now() throws(DatabaseError) -> Instant {
    let now: Timestamp = try connection.query("select clock_timestamp()").one().decode(at: 0)
    return Instant(microseconds: now.microseconds)
  }
}

/// Rolls a transaction back that has done all it would.
private struct DryRunEnd: Error {
  let changes: [SiteChange]
}
