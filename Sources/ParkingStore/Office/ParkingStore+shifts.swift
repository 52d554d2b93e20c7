internal import PostgreSQL

extension ParkingStore {
  /// The shifts that ended at parks, newest first, whoever's they were.
  public func pastShifts(
    of parks: [ParkSettings], _ filter: ShiftFilter, count: Int
  ) throws -> [PastShift] {
    // A booth's own shift ends by itself and is never handed over.
    let attention: SQL = """
      and s.account_id is not null and not exists (
        select from parking.handover h
        where h.shift_id = s.shift_id and h.counted_amount = h.expected_amount)
      """
    return try database.withConnection { connection in
      try pastShifts(
        where: """
          s.park_sn = any(\(parks.map(\.parkSN))) and s.ended_at is not null
            and (\(filter.before)::bigint is null or (s.began_at, s.shift_id) < (
              select f.began_at, f.shift_id from parking.shift f
              where f.shift_id = \(filter.before) and f.park_sn = any(\(parks.map(\.parkSN)))))
            \(filter.needsAttention ? attention : "")
          """, count: count, connection)
    }
  }
}
