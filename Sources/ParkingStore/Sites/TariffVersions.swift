internal import Parking
internal import PostgreSQL

/// The newest version of each tariff, and what a site file publishes after it.
struct TariffVersions {
  /// A stored version.
  private struct Version {
    let number: Int
    let validFrom: Instant?
    let digest: [UInt8]
  }

  private var newest: [TariffRecord.Key: Version] = [:]
  /// The instant from which a version is in force that says nothing else.
  private let now: Instant
  private let review: PublicationReview

  /// Reads the newest versions.
  init(_ connection: Connection, now: Instant, review: PublicationReview) throws(DatabaseError) {
    self.now = now
    self.review = review
    let rows = try connection.query(
      """
      select distinct on (operator_id, tariff_id)
        operator_id, tariff_id, version, valid_from, digest
      from parking.tariff_version order by operator_id, tariff_id, version desc
      """)
    for row in rows {
      var columns = row.columns
      let key = TariffRecord.Key(operatorID: try columns.next(), id: try columns.next())
      let version: Int = try columns.next()
      let validFrom: Timestamp = try columns.next()
      newest[key] = Version(
        number: version, validFrom: validFrom.finite, digest: try columns.next())
    }
  }

  /// Publishes what a tariff says now, if that is new.
  func publish(_ tariff: SiteFile.Tariff, of site: SiteFile.Operator, in plan: inout SitePlan) {
    let key = TariffRecord.Key(operatorID: site.id, id: tariff.id)
    guard let last = newest[key] else {
      return insert(tariff, key, version: 1, Timestamp(from: tariff.validFrom), &plan)
    }
    if last.digest == tariff.digest { return }
    let start = tariff.validFrom ?? now
    if let problem = problem(start, after: last) {
      return plan.fail("tariffs.\(tariff.id)", tariff.line, problem)
    }
    insert(
      tariff, key, version: last.number + 1, Timestamp(microseconds: start.microseconds), &plan)
  }

  private func problem(_ start: Instant, after last: Version) -> String? {
    if let begin = last.validFrom, start <= begin {
      return
        "version \(last.number) begins at \(begin.offsetText), and a new one must begin later; "
        + "give it by valid_from"
    }
    if start < now {
      return "valid_from lies in the past, and a published version never changes; "
        + "leave it out to begin now"
    }
    return nil
  }

  private func insert(
    _ tariff: SiteFile.Tariff, _ key: TariffRecord.Key, version: Int, _ start: Timestamp,
    _ plan: inout SitePlan
  ) {
    for problem in review.problems(of: tariff, now: now) {
      plan.fail("tariffs.\(tariff.id)", tariff.line, problem)
    }
    let from = start.finite.map { $0 == now ? "now" : $0.offsetText } ?? "the beginning"
    let change = SiteChange(
      action: .publish, kind: "tariff", name: TariffRecord.name(of: key),
      details: ["version \(version) from \(from)"])
    plan.add(
      change,
      [
        """
        insert into parking.tariff_version
          (operator_id, tariff_id, version, valid_from, document, digest)
        values (\(key.operatorID), \(key.id), \(version), \(start), \(tariff.rules.jsonText),
          \(tariff.digest))
        """
      ])
  }
}
