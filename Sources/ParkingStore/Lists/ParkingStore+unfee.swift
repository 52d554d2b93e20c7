internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// The newest vehicle at an exit booth's barrier if its fee is open (rule 7): one record, or none.
  public func dueStays(
    at booth: BoothSettings, of park: ParkSettings
  ) throws -> Listing<DueStay> {
    let rows = try database.withConnection { connection in
      try connection.query(
        """
        select \(DueStay.columns)
        from parking.booth b
        join parking.open_stay o
          on o.park_sn = b.park_sn and o.settle_arrival_id = b.current_arrival_id
        where b.park_sn = \(park.parkSN) and b.booth_id = \(booth.boothID)
          and o.settle_booth_id = b.booth_id and o.settle_until > clock_timestamp()
        """)
    }
    return Listing(rows) { try DueStay(&$0) }
  }
}
