internal import PostgreSQL

extension ParkingStore {
  /// How many vehicles are inside a park.
  public func figures(of park: ParkSettings) throws -> ParkFigures {
    try database.withConnection { connection in
      var columns = try connection.query(
        """
        select count(*), count(*) filter (where category = 0)
        from parking.open_stay where park_sn = \(park.parkSN) and enter_time is not null
        """
      ).one().columns
      return ParkFigures(
        inside: Int(try columns.next(Int64.self)),
        temporaryInside: Int(try columns.next(Int64.self)))
    }
  }
}
