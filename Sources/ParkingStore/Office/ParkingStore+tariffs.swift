public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// The published tariffs of the operator of a park, newest version first.
  public func tariffs(ofOperatorOf park: ParkSettings) throws -> [TariffLine] {
    try database.withConnection { connection in
      try connection.query(
        """
        select v.tariff_version_id, v.tariff_id, v.version, v.valid_from, v.published_at,
          v.document, array(select k.park_name from parking.park k
            where k.operator_id = v.operator_id and k.tariff_id = v.tariff_id
              and k.retired_at is null order by k.park_sn)
        from parking.tariff_version v join parking.park p using (operator_id)
        where p.park_sn = \(park.parkSN)
        order by v.tariff_id, v.version desc limit 200
        """
      ).map { row in
        var columns = row.columns
        return TariffLine(
          versionID: try columns.next(), tariffID: try columns.next(),
          version: Int(try columns.next(Int32.self)),
          validFrom: try columns.next(Timestamp.self).finite,
          publishedAt: try columns.next(), document: try columns.next(),
          parks: try columns.next())
      }
    }
  }

  /// The zone and the public holidays by which a park's stays are priced.
  public func pricingContext(of park: ParkSettings) throws -> PricingContext {
    let calendar = try database.withConnection { try calendars.calendar($0) }
    return PricingContext(timeZone: park.rules.timeZone, calendar: calendar)
  }

  /// Publishes a new version of a tariff that the operator of a park has.
  ///
  /// - Returns: Whether it was new; the newest version may say the same already.
  /// - Throws: `OfficeRefusal` for an unknown tariff, `SiteFileErrors` for a bad beginning.
  public func publish(
    _ tariff: Tariff, for park: ParkSettings, by person: Person
  ) throws -> Bool {
    try changing(park, person, "tariff_publish", detail: tariff.id) { connection in
      let rows = try connection.query(
        """
        select t.operator_id, clock_timestamp() from parking.tariff t
        join parking.park p using (operator_id)
        where p.park_sn = \(park.parkSN) and t.tariff_id = \(tariff.id) and t.retired_at is null
        """)
      guard let row = rows.first else { throw OfficeRefusal.unknownTariff }
      let site = SiteFile.Operator(id: try row.decode(at: 0), name: "")
      let wanted = SiteFile.Tariff(
        id: tariff.id, validFrom: tariff.validFrom.map { park.rules.timeZone.instant(of: $0) },
        rules: tariff.document)
      var plan = SitePlan()
      let review = PublicationReview(calendar: try .load(connection), wantsCalendar: true)
      try TariffVersions(connection, now: try row.decode(at: 1), review: review).publish(
        wanted, of: site, in: &plan)
      guard plan.problems.isEmpty else { throw SiteFileErrors(plan.problems) }
      for statement in plan.statements { try connection.execute(statement) }
      return !plan.changes.isEmpty
    }
  }
}
