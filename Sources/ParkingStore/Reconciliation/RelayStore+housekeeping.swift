public import Parking
internal import PostgreSQL

extension RelayStore {
  /// Takes the next slice, at most a day, into the summaries of reports.
  ///
  /// - Returns: up to when they hold everything; nil when another relay is at it.
  public func summarise() throws -> Instant? {
    try database.withConnection { connection in
      try connection.query("select parking.summarise(interval '1 day')").one().decode(at: 0)
    }
  }

  /// Makes the partitions of finished stays for this month and the next three.
  public func makePartitions() throws {
    try database.withConnection { connection in
      _ = try connection.query(
        """
        select parking.make_stay_partition(month::date)
        from generate_series(now(), now() + interval '3 months', interval '1 month') month
        """)
    }
  }

  /// Deletes a piece of the devices' events that are older than their park keeps them.
  ///
  /// - Returns: how many.
  public func sweepEvents() throws -> Int {
    try database.withConnection { connection in
      Int(
        try connection.query("select parking.sweep_events()").one().decode(Int64.self, at: 0))
    }
  }
}
