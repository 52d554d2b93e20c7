public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// A park's review list, newest first.
  ///
  /// - Parameter count: The most entries.
  public func reviews(
    of park: ParkSettings, _ filter: ReviewFilter = ReviewFilter(), count: Int
  ) throws -> [ReviewRecord] {
    var conditions: [SQL] = ["r.park_sn = \(park.parkSN)"]
    if let reason = filter.reason { conditions.append("r.reason = \(reason)") }
    if let before = filter.before { conditions.append("r.review_id < \(before)") }
    switch filter.state {
    case .open: conditions.append("r.resolved_at is null")
    case .resolved: conditions.append("r.resolved_at is not null")
    case .all: break
    }
    return try records(.joined(conditions, separator: " and "), count)
  }

  /// One entry; nil if the park has none with that number.
  public func review(_ reviewID: Int64, of park: ParkSettings) throws -> ReviewRecord? {
    try records("r.park_sn = \(park.parkSN) and r.review_id = \(reviewID)", 1).first
  }

  /// Puts on the list what a device did or lost, which belongs to no stay.
  public func raise(
    _ reason: ReviewReason, by device: Device, detail: String = ""
  ) throws {
    try database.withConnection { connection in
      _ = try connection.query(
        """
        insert into parking.review_item (park_sn, booth_id, reason, detail, raised_at)
        values (\(device.park.parkSN), \(device.booth.boothID), \(reason), \(detail),
          clock_timestamp())
        """)
    }
  }

  private func records(_ condition: SQL, _ count: Int) throws -> [ReviewRecord] {
    try database.withConnection { connection in
      try connection.query(
        """
        select r.review_id, r.booth_id, r.reason, r.stay_id, r.arrival_id,
          coalesce(a.license, (
            select s.license from parking.arrival s where s.stay_id = r.stay_id
            order by s.arrival_id limit 1), ''),
          r.detail, r.raised_at, r.resolved_at, r.resolution, r.note,
          coalesce(p.display_name, ''), array(
            select encode(s.picture, 'hex') from parking.arrival s
              where s.stay_id = r.stay_id and s.picture is not null
            union select encode(a.picture, 'hex') where a.picture is not null
            union select unnest(c.pictures) from parking.capture c
              where c.arrival_id = r.arrival_id
            order by 1)
        from parking.review_item r
        left join parking.arrival a on a.arrival_id = r.arrival_id
        left join parking.account p on p.account_id = r.resolved_by
        where \(condition) order by r.review_id desc limit \(Int64(count))
        """)
    }.map { row in
      var columns = row.columns
      return ReviewRecord(
        reviewID: try columns.next(), boothID: try columns.next(), reason: try columns.next(),
        stayID: try columns.next(), arrivalID: try columns.next(), license: try columns.next(),
        detail: try columns.next(), raisedAt: try columns.next(), resolvedAt: try columns.next(),
        resolution: try columns.next(), note: try columns.next(), resolvedBy: try columns.next(),
        pictures: try columns.next())
    }
  }
}
