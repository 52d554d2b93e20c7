public import Parking
internal import PostgreSQL

extension SiteStore {
  /// Which events are asked for.
  public struct EventSelection: Sendable {
    /// The park.
    public var parkSN: String
    /// Not earlier than this.
    public var from: Instant
    /// Earlier than this.
    public var until: Instant

    /// Made of its parts.
    public init(parkSN: String, from: Instant, until: Instant) {
      self.parkSN = parkSN
      self.from = from
      self.until = until
    }
  }

  /// How many events there are.
  ///
  /// - Throws: `SiteStoreError`.
  public func countEvents(_ selection: EventSelection) throws(SiteStoreError) -> Int {
    try transaction {
      let count = try connection.query(
        """
        select count(*) from parking.device_event
        where park_sn = \(selection.parkSN) and received_at >= \(selection.from)
          and received_at < \(selection.until)
        """
      ).one().decode(Int64.self, at: 0)
      return Int(count)
    }
  }

  /// The next events in the order in which they came, at most `limit`.
  ///
  /// - Throws: `SiteStoreError`.
  public func events(
    _ selection: EventSelection, after eventID: Int64, limit: Int = 500
  ) throws(SiteStoreError) -> [RecordedEvent] {
    try transaction {
      try connection.query(
        """
        select e.device_event_id, e.device_id, e.vendor, e.received_at, e.kind, e.capture_id,
          e.is_repeat, c.plate_raw, e.content_type, e.body
        from parking.device_event e left join parking.capture c using (capture_id)
        where e.park_sn = \(selection.parkSN) and e.received_at >= \(selection.from)
          and e.received_at < \(selection.until) and e.device_event_id > \(eventID)
        order by e.device_event_id limit \(Int64(limit))
        """
      ).map { row in
        var columns = row.columns
        return RecordedEvent(
          eventID: try columns.next(), deviceID: try columns.next(), vendor: try columns.next(),
          receivedAt: try columns.next(), kind: try columns.next(),
          captureID: try columns.next(), isRepeat: try columns.next(), plate: try columns.next(),
          contentType: try columns.next(), body: try columns.next())
      }
    }
  }

  /// Deletes the events that are older than their park keeps them.
  ///
  /// - Parameter isDryRun: count them, and delete none.
  /// - Returns: How many there were, by park.
  /// - Throws: `SiteStoreError`.
  public func pruneEvents(
    isDryRun: Bool
  ) throws(SiteStoreError) -> [(parkSN: String, count: Int)] {
    let old: SQL = """
      parking.park p
      where p.park_sn = e.park_sn and e.received_at < now() - make_interval(days => p.raw_event_days)
      """
    let statement: SQL =
      isDryRun
      ? "select e.park_sn from parking.device_event e, \(old)"
      : "delete from parking.device_event e using \(old) returning e.park_sn"
    return try transaction {
      try connection.query(
        """
        with old as (\(statement))
        select park_sn, count(*) from old group by park_sn order by park_sn
        """
      ).map { row in
        (
          parkSN: try row.decode(String.self, at: 0),
          count: Int(try row.decode(Int64.self, at: 1))
        )
      }
    }
  }
}
