public import Parking
public import PostgreSQL

extension ParkingStore {
  /// When the lists of a booth and what is due there last changed. Read it before them: what changes
  /// between is then in them, and in the next version.
  public func listVersion(
    of booth: BoothSettings, in park: ParkSettings
  ) throws -> ListVersion? {
    try database.withConnection { connection in
      let row = try connection.query(
        """
        select version from parking.booth_version
        where park_sn = \(park.parkSN) and booth_id = \(booth.boothID)
        """
      ).first
      return try row.map {
        ListVersion(connection: database.connectionCount, transaction: try $0.decode(at: 0))
      }
    }
  }

  /// The newest arrivals at an entry booth, newest first.
  ///
  /// - Parameter category: Only these; nil for all.
  public func entryRecords(
    _ booth: BoothSettings, of park: ParkSettings, count: Int, category: Parking.Category?
  ) throws -> [EntryRecord] {
    let columns: SQL = """
      a.arrival_id, a.license, coalesce(a.enter_time, a.first_read_at), a.category,
      coalesce(a.state = 'waiting' and a.waiting_until > clock_timestamp(), false),
      a.need_register
      """
    return try records(columns, booth, park, count: count, category: category) { columns in
      EntryRecord(
        arrivalID: try columns.next(), license: try columns.next(),
        enterTime: try columns.next(), category: try columns.next(),
        isWaiting: try columns.next(), needsRegistration: try columns.next(),
        barrier: try columns.next())
    }
  }

  /// The newest arrivals at an exit booth, newest first.
  ///
  /// - Parameter category: Only these; nil for all.
  public func exitRecords(
    _ booth: BoothSettings, of park: ParkSettings, count: Int, category: Parking.Category?
  ) throws -> [ExitRecord] {
    let columns: SQL = """
      a.arrival_id, a.license, a.enter_time, coalesce(a.leave_time, a.first_read_at),
      a.pay_status, a.category
      """
    return try records(columns, booth, park, count: count, category: category) { columns in
      ExitRecord(
        arrivalID: try columns.next(), license: try columns.next(),
        enterTime: try columns.next(), leaveTime: try columns.next(),
        payStatus: try columns.next(), category: try columns.next(),
        barrier: try columns.next())
    }
  }

  /// What `columns` read of an arrival has to stand in the trigger `arrival_changes` too
  /// (`sql/deploy/lists.sql`): by it the version of the list moves.
  private func records<Record>(
    _ columns: SQL, _ booth: BoothSettings, _ park: ParkSettings, count: Int,
    category: Parking.Category?, _ decode: (inout RowDecoder) throws -> Record
  ) throws -> [Record] {
    let filter: SQL = category.map { "and a.category = \($0)" } ?? ""
    let rows = try database.withConnection { connection in
      try connection.query(
        """
        select \(columns), coalesce((
          select case when g.delivered_at is not null then 'opened'
            when g.expires_at > clock_timestamp() then 'pending' else 'expired' end
          from parking.opening g where g.arrival_id = a.arrival_id
          order by g.opening_id desc limit 1), '')
        from parking.arrival a
        where a.park_sn = \(park.parkSN) and a.booth_id = \(booth.boothID) \(filter)
        order by a.first_read_at desc, a.arrival_id desc limit \(Int64(count))
        """)
    }
    return try rows.map { row in
      var columns = row.columns
      return try decode(&columns)
    }
  }
}

extension BarrierState: SQLDecodable {
  /// Reads the word.
  public init(cell: Cell) throws(DatabaseError) {
    self = BarrierState(rawValue: try String(cell: cell)) ?? .shut
  }
}
