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
        select stay_id, plate, enter_time, leave_time, coupon_minutes, plate_kind, enter_booth_id,
          nullif(split_part(quote, ',"quote":', 1), '{"inputs":{}')
        from parking.stay
        where park_sn = \(parkSN) and leave_time >= \(since) and enter_time is not null
          and outcome <> 'void' and stay_id > \(after)
        order by stay_id limit \(Int64(limit))
        """
      ).map { row in
        var columns = row.columns
        let stayID = try columns.next(Int64.self)
        let plate = try columns.next(String.self)
        let (enter, leave) = (try columns.next(Instant.self), try columns.next(Instant.self))
        let couponMinutes = Int(try columns.next(Int32.self))
        var facts = StayFacts()
        facts.isNewEnergy = try columns.next(PlateKind.self).isNewEnergy
        let entrance = try columns.next(String?.self)
        // Most stays have no inputs worth a look, and their quotes need not be read.
        if let inputs = try columns.next(String?.self) {
          facts = (try? KeptInputs(json: inputs + "}"))?.facts ?? facts
        }
        facts.entrance = entrance
        return PricedStay(
          stayID: stayID, plate: plate,
          inputs: PricingInputs(
            enter: enter, leave: leave, couponMinutes: couponMinutes, facts: facts))
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
