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
        select o.stay_id, o.license, o.enter_time, o.leave_time, o.total_amount, o.coupon_amount,
          o.quote_error, o.coupon_minutes, o.enter_picture
        from parking.booth b
        join parking.open_stay o
          on o.park_sn = b.park_sn and o.settle_arrival_id = b.current_arrival_id
        where b.park_sn = \(park.parkSN) and b.booth_id = \(booth.boothID)
          and o.settle_booth_id = b.booth_id and o.settle_until > clock_timestamp()
        """)
    }
    return Listing(rows) { columns in
      DueStay(
        stayID: try columns.next(), license: try columns.next(), enterTime: try columns.next(),
        leaveTime: try columns.next(),
        fee: Fee(
          total: try columns.next(), coupon: try columns.next(), quote: nil,
          error: try columns.next()),
        couponMinutes: Int(try columns.next(Int32.self)), enterPicture: try columns.next())
    }
  }
}
