public import Parking
internal import PostgreSQL

extension RelayStore {
  /// Compares a reading with our windows, carries out what follows, and keeps the report; all of it
  /// or nothing.
  ///
  /// - Parameter isDry: nothing is changed or kept.
  public func reconcile(
    _ reading: ParkReading, rule: ReconciliationRule, isDry: Bool
  ) throws -> Reconciliation {
    try database.withConnection { connection in
      try connection.transaction {
        let now: Instant = try connection.query("select now()").one().decode(at: 0)
        let result = Reconciliation(
          held: try held(reading, connection), reading: reading.orders, now: now, rule: rule)
        if !isDry { try carryOut(result, reading, now: now, connection) }
        return result
      }
    }
  }

  /// The partner's live windows at the park that the reading may speak of.
  private func held(_ reading: ParkReading, _ connection: Connection) throws -> [HeldWindow] {
    // Older ones are over: nothing is taken back of them, and the reading names none of them.
    let first = reading.orders.windows.map(\.window.date).min()
    let yesterday = reading.park.timeZone.civil(of: reading.orders.began).date.advanced(byDays: -2)
    return try connection.query(
      """
      select w.window_id, w.plate::text, w.window_date, left(w.start_time::text, 5),
        left(w.end_time::text, 5), w.begins_at, w.received_at, a.read_began_at, a.read_ended_at
      from lease_window w left join lease_absence a using (window_id)
      where w.app_id = \(reading.park.appID) and w.park_sn = \(reading.park.parkSN)
        and w.taken_back_at is null and w.window_date >= \(min(first ?? yesterday, yesterday).sql)
      order by w.window_id
      """
    ).map { try HeldWindow($0) }
  }

  private func carryOut(
    _ result: Reconciliation, _ reading: ParkReading, now: Instant, _ connection: Connection
  ) throws {
    try add(result.lacking, reading.park, now: now, connection)
    let takenBack = try takeBack(result.takenBack, connection)
    let readingID = try report(result, takenBack: takenBack.count, reading, connection)
    try note(result, takenBack: takenBack, reading, readingID, connection)
    try connection.execute(
      reading.lines(of: result, takenBack: Set(takenBack), readingID: readingID))
  }

  private func add(
    _ lacking: [LeasedWindow], _ park: ReadPark, now: Instant, _ connection: Connection
  ) throws {
    guard !lacking.isEmpty else { return }
    let row = try connection.query(
      """
      select s.time_zone::text, \(LeaseOffer.columns)
      from park s left join lease_offer o using (park_sn) where s.park_sn = \(park.parkSN)
      """
    ).one()
    var columns = row.columns
    guard let terms = try LeasePark.optional(park.parkSN, &columns, &zones) else { return }
    let calendar = try calendars.calendar(connection)
    for (plate, windows) in Dictionary(grouping: lacking, by: \.plate) {
      let order = LeaseOrder(plate: plate, windows: windows.map(\.window))
      _ = try connection.query(
        order.keeping(
          for: park.appID, at: terms, today: terms.timeZone.civil(of: now).date,
          calendar: calendar, source: .reconciliation, after: "select 1"))
    }
  }

  /// Takes windows back, unless they begin or are ordered again at this very moment.
  ///
  /// - Returns: the numbers of those that were taken back.
  private func takeBack(_ windows: [HeldWindow], _ connection: Connection) throws -> [Int64] {
    guard !windows.isEmpty else { return [] }
    return try connection.query(
      """
      update lease_window w set taken_back_at = clock_timestamp()
      from lease_absence a
      where w.window_id = any(\(windows.map(\.id))) and a.window_id = w.window_id
        and w.taken_back_at is null and w.begins_at > clock_timestamp()
        and w.received_at < a.read_began_at
      returning w.window_id
      """
    ).map { try $0.decode(at: 0) }
  }

  private func report(
    _ result: Reconciliation, takenBack: Int, _ reading: ParkReading, _ connection: Connection
  ) throws -> Int64 {
    let orders = reading.orders
    return try connection.query(
      """
      insert into lease_reading (app_id, park_sn, cause, began_at, ended_at, is_complete, fault,
        pages, windows, added, absent, taken_back, held_back)
      values (\(reading.park.appID), \(reading.park.parkSN), \(reading.cause.rawValue),
        \(orders.began), \(orders.ended), \(orders.isComplete), \(reading.fault),
        \(Int32(reading.pages)), \(Int32(orders.windows.count)), \(Int32(result.lacking.count)),
        \(Int32(result.absent.count)), \(Int32(takenBack)), \(Int32(result.heldBack.count)))
      returning reading_id
      """
    ).one().decode(at: 0)
  }

  /// Keeps which windows are absent since when. An absence that an order came after begins anew.
  private func note(
    _ result: Reconciliation, takenBack: [Int64], _ reading: ParkReading, _ readingID: Int64,
    _ connection: Connection
  ) throws {
    let orders = reading.orders
    let absent = result.absent.filter { window in
      window.absence.map { window.receivedAt >= $0.began } ?? true
    }
    try connection.execute(
      """
      delete from lease_absence
      where window_id = any(\(result.found.map(\.id) + absent.map(\.id) + takenBack))
      """)
    try connection.execute(
      """
      insert into lease_absence (window_id, reading_id, read_began_at, read_ended_at)
      select id, \(readingID), \(orders.began), \(orders.ended) from unnest(\(absent.map(\.id))) id
      on conflict do nothing
      """)
  }
}

extension HeldWindow {
  fileprivate init(_ row: Row) throws(DatabaseError) {
    var columns = row.columns
    let id = try columns.next(Int64.self)
    let plate = try columns.next(String?.self)
    let date = CivilDate(dayNumber: Int(try columns.next(SQLDate.self).days))
    let start = CivilTime(leaseTime: try columns.next()) ?? .midnight
    let end = CivilTime(leaseTime: try columns.next()) ?? .midnight
    let (beginsAt, receivedAt) = (try columns.next(Instant.self), try columns.next(Instant.self))
    let (began, ended) = (try columns.next(Instant?.self), try columns.next(Instant?.self))
    self.init(
      id: id,
      leased: LeasedWindow(
        plate: plate, window: LeaseWindow(date: date, start: start, end: end)),
      beginsAt: beginsAt, receivedAt: receivedAt,
      absence: began.flatMap { began in ended.map { Absence(began: began, ended: $0) } })
  }
}
