internal import Outbox
internal import Parking
internal import PostgreSQL

extension RelayStore {
  /// Parks whose partner has not been asked for so long, the longest first.
  public func parksToRead(every seconds: Int64, limit: Int) throws -> [ReadPark] {
    try parks(
      where: """
        r.began_at is null or r.began_at <= clock_timestamp() - \(seconds) * interval '1 second'
        """, limit: limit)
  }

  /// Whether that is so of a park at this moment.
  public func isDue(_ park: ReadPark, every seconds: Int64) throws -> Bool {
    try !parks(
      where: """
        g.app_id = \(park.appID) and g.park_sn = \(park.parkSN) and (r.began_at is null
          or r.began_at <= clock_timestamp() - \(seconds) * interval '1 second')
        """, limit: 1
    ).isEmpty
  }

  /// Parks that a person names; nil for all.
  public func parks(appID: String?, parkSN: String?) throws -> [ReadPark] {
    try parks(
      where: """
        (\(appID)::text is null or g.app_id = \(appID))
          and (\(parkSN)::text is null or g.park_sn = \(parkSN))
        """, limit: 1_000_000)
  }

  /// Takes the right to read a park's orders, so that two relays do not do it at once; false when
  /// another has it. A relay that dies gives it back.
  public func beginReading(_ park: ReadPark) throws -> Bool {
    try database.withConnection { connection in
      try connection.query("select pg_try_advisory_lock(\(Self.key(park)))").one().decode(at: 0)
    }
  }

  /// Gives the right back.
  public func endReading(_ park: ReadPark) throws {
    try database.withConnection { connection in
      _ = try connection.query("select pg_advisory_unlock(\(Self.key(park)))")
    }
  }

  private static func key(_ park: ReadPark) -> SQL {
    "hashtextextended(\("\(park.appID)\n\(park.parkSN)"), 3)"
  }

  private func parks(where condition: SQL, limit: Int) throws -> [ReadPark] {
    try database.withConnection { connection in
      try connection.query(
        """
        select g.app_id::text, g.park_sn::text, s.time_zone::text, \(CalledPartner.columns)
        from partner_park g
        join partner p on p.app_id = g.app_id and \(CalledPartner.isCalled)
        join park s on s.park_sn = g.park_sn and s.retired_at is null
        \(CalledPartner.key)
        left join lateral (
          select r.began_at from lease_reading r
          where r.app_id = g.app_id and r.park_sn = g.park_sn
          order by r.began_at desc limit 1) r on true
        where \(condition)
        order by r.began_at nulls first, g.app_id, g.park_sn limit \(Int64(limit))
        """
      ).map { row in
        var columns = row.columns
        let (appID, parkSN) = (try columns.next(String.self), try columns.next(String.self))
        guard let zone = zones.zone(try columns.next()) else {
          throw StoreError.unknownTimeZone(parkSN: parkSN)
        }
        return ReadPark(
          partner: try CalledPartner(&columns), appID: appID, parkSN: parkSN, timeZone: zone)
      }
    }
  }
}
