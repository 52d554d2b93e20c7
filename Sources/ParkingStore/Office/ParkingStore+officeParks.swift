internal import PostgreSQL

extension ParkingStore {
  /// The parks that a person works at, by their number.
  public func parks(of person: Person) throws -> [OfficePark] {
    try database.withConnection { connection in
      try connection.query(
        """
        select park_sn, park_name from parking.park
        where retired_at is null and parking.works_at(\(person.accountID), park_sn)
        order by park_sn
        """
      ).map { row in
        var columns = row.columns
        return OfficePark(parkSN: try columns.next(), name: try columns.next())
      }
    }
  }

  /// A park that a person works at; nil for any other, whether there is one or not.
  public func park(_ parkSN: String, of person: Person) throws -> ParkSettings? {
    let isTheirs = try database.withConnection { connection in
      try connection.query("select parking.works_at(\(person.accountID), \(parkSN))").one()
        .decode(Bool.self, at: 0)
    }
    return isTheirs ? try park(parkSN) : nil
  }
}
