internal import Parking
internal import PostgreSQL

extension SiteStore {
  /// Prices a finished stay again, by its own tariff version and inputs.
  ///
  /// - Returns: nil when there is no such finished stay with an entry and a fee.
  public func replayQuote(stayID: Int64) throws(SiteStoreError) -> QuoteReplay? {
    try transaction {
      let rows = try connection.query(
        """
        select s.license, s.plate_kind, s.enter_time, s.leave_time, s.coupon_minutes,
          s.total_amount, s.coupon_amount, s.quote, s.quote_error, p.time_zone,
          s.tariff_version_id, s.enter_booth_id
        from parking.stay s join parking.park p using (park_sn)
        where s.stay_id = \(stayID) and s.enter_time is not null and s.outcome <> 'void'
        """)
      guard let row = rows.first else { return nil }
      return try replay(row)
    }
  }

  private func replay(_ row: Row) throws -> QuoteReplay {
    var columns = row.columns
    let license = try columns.next(String.self)
    let kind = try columns.next(PlateKind.self)
    let enter = try columns.next(Instant.self)
    let leave = try columns.next(Instant.self)
    let couponMinutes = Int(try columns.next(Int32.self))
    let kept = Fee(
      total: try columns.next(), coupon: try columns.next(), quote: try columns.next(),
      error: try columns.next())
    let zone = ParkTimeZone(identifier: try columns.next()) ?? .utc
    let versionID = try columns.next(Int32?.self)
    let known = try? kept.quote.map { json throws(TariffErrors) in try KeptQuote(json: json) }
    var facts = known?.inputs.facts ?? StayFacts()
    if known == nil { facts.isNewEnergy = kind.isNewEnergy }
    facts.entrance = try columns.next()
    let inputs = PricingInputs(
      enter: enter, leave: leave, couponMinutes: couponMinutes,
      facts: facts)
    let versions = known?.inputs.versions ?? []
    let replayed = try fee(
      inputs, versions.isEmpty ? versionID.map { [$0] } ?? [] : versions, zone)
    return QuoteReplay(
      license: license, enterTime: enter, leaveTime: leave, timeZone: zone, kept: kept,
      replayed: replayed)
  }

  private func fee(
    _ inputs: PricingInputs, _ versionIDs: [Int32], _ zone: ParkTimeZone
  ) throws -> Fee {
    guard !versionIDs.isEmpty else { return .noTariff }
    var tariffs = TariffCache()
    guard let history = try tariffs.history(of: versionIDs, zone, connection) else {
      return .unreadableTariff
    }
    return inputs.fee(
      by: history, timeZone: zone, calendar: try HolidayCalendar.load(connection))
  }
}
