internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// What the console of a booth shows, in one round trip and one snapshot per list.
  public func view(of visit: BoothVisit, count: Int) throws -> BoothView {
    let isEntry = visit.booth.direction == .enter
    let results = try database.withConnection { connection in
      try connection.batch([
        BoothView.summary(visit),
        isEntry ? EntryLine.newest(visit, count) : ExitLine.newest(visit, count),
        DueLine.due(visit),
      ])
    }
    var summary = try results[0].one().columns
    let figures = ParkFigures(
      inside: Int(try summary.next(Int64.self)),
      temporaryInside: Int(try summary.next(Int64.self)))
    let reviews = Int(try summary.next(Int64.self))
    let onDuty = try summary.next(Int32?.self)
    return BoothView(
      figures: figures, reviews: reviews, shift: try OpenShift.optional(&summary), onDuty: onDuty,
      entries: isEntry ? try results[1].map { try EntryLine($0) } : [],
      exits: isEntry ? [] : try results[1].map { try ExitLine($0) },
      due: try results[2].first.map { try DueLine($0) })
  }
}

extension BoothView {
  fileprivate static func summary(_ visit: BoothVisit) -> SQL {
    let park = visit.park.parkSN
    return """
      select inside.*, todo.*, s.account_id, s.shift_id, a.display_name, s.began_at
      from (select count(*), count(*) filter (where category = 0) from parking.open_stay
          where park_sn = \(park) and enter_time is not null) inside
      cross join (select count(*) from (select from parking.review_item
          where park_sn = \(park) and resolved_at is null limit \(Int64(mostReviews))) items) todo
      left join (parking.shift s join parking.account a using (account_id))
        on s.park_sn = \(park) and s.booth_id = \(visit.booth.boothID) and s.ended_at is null
      """
  }

  /// What became of the last opening for the arrival `a`.
  fileprivate static let barrier: SQL = """
    coalesce((
      select case when g.delivered_at is not null then 'opened'
        when g.expires_at > clock_timestamp() then 'pending' else 'expired' end
      from parking.opening g where g.arrival_id = a.arrival_id
      order by g.opening_id desc limit 1), '')
    """

  fileprivate static func newest(_ visit: BoothVisit, _ count: Int) -> SQL {
    """
    from parking.arrival a
    where a.park_sn = \(visit.park.parkSN) and a.booth_id = \(visit.booth.boothID)
    order by a.first_read_at desc, a.arrival_id desc limit \(Int64(count))
    """
  }
}

extension OpenShift {
  fileprivate static func optional(_ columns: inout RowDecoder) throws -> OpenShift? {
    let (shiftID, name) = (try columns.next(Int64?.self), try columns.next(String?.self))
    guard let beganAt = try columns.next(Instant?.self), let shiftID, let name else { return nil }
    return OpenShift(shiftID: shiftID, operatorName: name, beganAt: beganAt)
  }
}

extension EntryLine {
  fileprivate static func newest(_ visit: BoothVisit, _ count: Int) -> SQL {
    """
    select a.arrival_id, a.license, coalesce(a.enter_time, a.first_read_at), a.category,
      coalesce(a.state = 'waiting' and a.waiting_until > clock_timestamp(), false),
      a.need_register, \(BoothView.barrier), a.waiting_until, a.state, a.picture
    \(BoothView.newest(visit, count))
    """
  }

  fileprivate init(_ row: Row) throws {
    var columns = row.columns
    record = EntryRecord(
      arrivalID: try columns.next(), license: try columns.next(), enterTime: try columns.next(),
      category: try columns.next(), isWaiting: try columns.next(),
      needsRegistration: try columns.next(), barrier: try columns.next())
    waitingUntil = try columns.next()
    state = try columns.next()
    picture = try columns.next()
  }
}

extension ExitLine {
  fileprivate static func newest(_ visit: BoothVisit, _ count: Int) -> SQL {
    """
    select a.arrival_id, a.license, a.enter_time, coalesce(a.leave_time, a.first_read_at),
      a.pay_status, a.category, \(BoothView.barrier), a.stay_id, a.state,
      coalesce(a.press, ''), a.picture
    \(BoothView.newest(visit, count))
    """
  }

  fileprivate init(_ row: Row) throws {
    var columns = row.columns
    record = ExitRecord(
      arrivalID: try columns.next(), license: try columns.next(), enterTime: try columns.next(),
      leaveTime: try columns.next(), payStatus: try columns.next(),
      category: try columns.next(), barrier: try columns.next())
    stayID = try columns.next()
    state = try columns.next()
    press = try columns.next()
    picture = try columns.next()
  }
}

extension DueLine {
  /// The lines stand in the stored quote, which says them in both languages.
  private static let lines: SQL = """
    (select coalesce(json_agg(json_build_object('kind', l->'kind', 'zh', l->'zh', 'en', l->'en',
        'amount', l->'amount') order by n), '[]')::text
      from json_array_elements(o.quote::json #> '{quote,lines}') with ordinality lines(l, n))
    """

  fileprivate static func due(_ visit: BoothVisit) -> SQL {
    """
    select \(DueStay.columns), o.category, \(lines), c.picture
    from parking.booth b
    join parking.open_stay o
      on o.park_sn = b.park_sn and o.settle_arrival_id = b.current_arrival_id
    join parking.arrival c on c.arrival_id = b.current_arrival_id
    where b.park_sn = \(visit.park.parkSN) and b.booth_id = \(visit.booth.boothID)
      and o.settle_booth_id = b.booth_id and o.settle_until > clock_timestamp()
    """
  }

  fileprivate init(_ row: Row) throws {
    var columns = row.columns
    stay = try DueStay(&columns)
    category = try columns.next()
    lines = try columns.next()
    leavePicture = try columns.next()
  }
}
