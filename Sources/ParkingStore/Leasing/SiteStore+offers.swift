public import Parking
internal import PostgreSQL

extension SiteStore {
  /// The offers of all parks that are not retired, in the order of their ids.
  public func offers() throws(SiteStoreError) -> [(parkSN: String, terms: LeaseOffer)] {
    try transaction {
      let retired = Set(
        try connection.query(
          "select park_sn::text from parking.park where retired_at is not null"
        ).map { try $0.decode(String.self, at: 0) })
      return try OfferRecord.stored(connection).map { ($0.record.parkID, $0.record.terms) }
        .filter { !retired.contains($0.0) }
    }
  }

  /// Changes a park's offer; partners are told of it by what the same transaction queues.
  ///
  /// - Parameter change: from the terms as they are, nil for none, to those that are wanted.
  /// - Returns: what changed, or would.
  public func changeOffer(
    ofPark parkSN: String, isDryRun: Bool = false,
    _ change: (LeaseOffer?) throws -> LeaseOffer
  ) throws(SiteStoreError) -> [SiteChange] {
    try carryOut(isDryRun: isDryRun) { _ in
      let rows = try connection.query(
        "select 1 from parking.park where park_sn = \(parkSN) and retired_at is null")
      guard !rows.isEmpty else { throw SiteStoreError("there is no park \(parkSN)") }
      let stored: [StoredRecord<OfferRecord>] = try OfferRecord.stored(connection)
      let old = stored.first { $0.record.parkID == parkSN }
      let record = OfferRecord(terms: try change(old?.record.terms), ofPark: parkSN)
      var plan = SitePlan()
      _ = plan.reconcile(stored, with: [record]) { _ in false }
      return plan
    }
  }
}
