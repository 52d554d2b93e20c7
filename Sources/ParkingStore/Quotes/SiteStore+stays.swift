public import Parking
internal import PostgreSQL

extension SiteStore {
  /// How many stays of a park with an entry have finished since an instant.
  public func countStays(of parkSN: String, since: Instant) throws(SiteStoreError) -> Int {
    try transaction {
      let row = try connection.query(
        """
        select count(*) from parking.stay
        where park_sn = \(parkSN) and leave_time >= \(since) and enter_time is not null
          and outcome <> 'void'
        """
      ).one()
      return Int(try row.decode(Int64.self, at: 0))
    }
  }

  /// The stays of a park that finished since an instant, a batch at a time, in the order of their
  /// numbers.
  ///
  /// - Parameter after: The last number of the batch before; 0 for the first.
  public func stays(
    of parkSN: String, since: Instant, after: Int64, limit: Int
  ) throws(SiteStoreError) -> [PricedStay] {
    try transaction {
      try connection.query(
        """
        select stay_id, enter_time, leave_time, coupon_minutes, plate_kind, quote
        from parking.stay
        where park_sn = \(parkSN) and leave_time >= \(since) and enter_time is not null
          and outcome <> 'void' and stay_id > \(after)
        order by stay_id limit \(Int64(limit))
        """
      ).map { row in
        var columns = row.columns
        let stayID = try columns.next(Int64.self)
        let (enter, leave) = (try columns.next(Instant.self), try columns.next(Instant.self))
        let couponMinutes = Int(try columns.next(Int32.self))
        let kind = try columns.next(PlateKind.self)
        let quote = try columns.next(String?.self)
        return PricedStay(
          stayID: stayID,
          inputs: PricingInputs(
            enter: enter, leave: leave, couponMinutes: couponMinutes,
            rights: KeptQuote.rights(json: quote), isNewEnergy: kind.isNewEnergy))
      }
    }
  }

  /// A park's time zone and the public holidays that are known; nil if there is no such park.
  public func pricingContext(of parkSN: String) throws(SiteStoreError) -> PricingContext? {
    try transaction {
      let rows = try connection.query(
        """
        select time_zone from parking.park where park_sn = \(parkSN)
        """)
      guard let name = try rows.first?.decode(String.self, at: 0),
        let zone = ParkTimeZone(identifier: name)
      else { return nil }
      return PricingContext(timeZone: zone, calendar: try HolidayCalendar.load(connection))
    }
  }
}

extension KeptQuote {
  /// The rights that a kept quote was priced with; none when there is no quote.
  static func rights(json: String?) -> [Interval] {
    guard let json, json.contains("\"rights\":[[") else { return [] }
    return (try? KeptQuote(json: json))?.rights ?? []
  }
}
