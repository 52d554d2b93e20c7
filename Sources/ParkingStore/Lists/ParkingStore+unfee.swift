internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// The newest vehicle at an exit booth's barrier if its fee is open (rule 7), and for how long its
  /// quote is still fixed: a minute at most, because the database's clock may be set meanwhile.
  ///
  /// What this reads has to stand in the triggers of `sql/deploy/dues.sql` too: by it the version of
  /// the booth's lists moves.
  public func due(
    at booth: BoothSettings, of park: ParkSettings
  ) throws -> (stay: DueStay, remaining: Duration)? {
    let row = try database.withConnection { connection in
      try connection.query(
        """
        select \(DueStay.columns),
          least(60000, extract(epoch from o.settle_until - clock_timestamp()) * 1000)::bigint
        from parking.booth b
        join parking.open_stay o
          on o.park_sn = b.park_sn and o.settle_arrival_id = b.current_arrival_id
        where b.park_sn = \(park.parkSN) and b.booth_id = \(booth.boothID)
          and o.settle_booth_id = b.booth_id and o.settle_until > clock_timestamp()
        """
      ).first
    }
    return try row.map { row in
      var columns = row.columns
      let stay = try DueStay(&columns)
      return (stay, .milliseconds(try columns.next(Int64.self)))
    }
  }
}
