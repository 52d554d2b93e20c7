internal import Parking
internal import PostgreSQL

/// Reads what a decision depends on, in one statement, after the locks are held: its snapshot is
/// taken when they are.
struct SituationQuery {
  let gate: LockedGate
  /// The vehicle, or the stay that a press names instead.
  let subject: LockedGate.Subject
  /// When the stay of a vehicle would begin; nil is now.
  var time: Instant?

  func run(_ store: ParkingStore, _ connection: Connection) throws -> Situation {
    try situation(try connection.query(statement), store, connection)
  }

  /// What the rows of `statement` say.
  func situation(
    _ rows: Rows, _ store: ParkingStore, _ connection: Connection
  ) throws -> Situation {
    var columns = try rows.one().columns
    let (now, newArrivalID, newStayID) = (
      try columns.next(Instant.self), try columns.next(Int64.self), try columns.next(Int64.self)
    )
    let inside = try columns.next(Int64?.self).map { Int($0) }
    let tariffVersionID = try columns.next(Int32?.self)
    let registrations = try Registration.list(&columns)
    let current = try Arrival.optional(&columns)
    let last = try Arrival.optional(&columns, after: current)
    let timesOpenedAgain = Int(try columns.next(Int64.self))
    let open = try OpenStay.optional(&columns)
    var situation = Situation(
      now: now, boothID: gate.boothID, park: gate.rules, current: current, last: last, open: open,
      registrations: registrations, inside: inside, tariffVersionID: tariffVersionID,
      newArrivalID: newArrivalID, newStayID: newStayID)
    situation.timesOpenedAgain = timesOpenedAgain
    situation.knownUntil = try columns.next()
    let leases = try columns.next([Instant].self)
    situation.leases = stride(from: 0, to: leases.count - 1, by: 2).map {
      Interval(start: leases[$0], end: leases[$0 + 1])
    }
    if let open { try store.addPricing(of: open, in: gate.parkSN, to: &situation, connection) }
    return situation
  }

  var statement: SQL {
    """
    select clock_timestamp(), nextval('parking.arrival_id_seq'), nextval('parking.stay_id_seq'),
      \(inside),
      (select v.tariff_version_id from parking.tariff_version v
        join parking.park p using (operator_id, tariff_id)
        where p.park_sn = asked.park_sn and v.valid_from <= asked.start_time
        order by v.valid_from desc limit 1),
      r.categories, r.starts, r.ends, r.words,
      \(Arrival.currentColumns) current_arrival, \(Arrival.lastColumns) last_arrival,
      (select count(*) from parking.opening g
        where g.arrival_id = l.arrival_id and g.cause = 'repeat'),
      \(OpenStay.columns) open_stay, \(knownUntil), \(leases)
    from (select \(gate.parkSN)::text park_sn, \(gate.boothID)::text booth_id,
      \(startTime) start_time, \(vehicle)) asked
    left join parking.arrival c on c.arrival_id = (
      select b.current_arrival_id from parking.booth b
      where b.park_sn = asked.park_sn and b.booth_id = asked.booth_id)
    left join lateral (\(last)) l on true
    left join parking.open_stay o on o.park_sn = asked.park_sn and \(openCondition)
    cross join lateral (\(registrations)) r
    """
  }

  /// What the fragments below know as `asked.plate` or `asked.stay_id`; each value is bound once.
  private var vehicle: SQL {
    switch subject {
    case .plate(let plate): "\(plate)::text plate"
    case .stay(let stayID): "\(stayID)::bigint stay_id"
    }
  }

  private var hasPlate: Bool {
    if case .plate = subject { true } else { false }
  }

  /// The statement begins when the locks are held.
  private var startTime: SQL { time.map { "\($0)::timestamptz" } ?? "statement_timestamp()" }

  private var registeredPlate: SQL { hasPlate ? "asked.plate" : "o.plate" }

  private var openCondition: SQL {
    hasPlate ? "o.plate = asked.plate" : "o.stay_id = asked.stay_id"
  }

  /// Thousands of rows in a large park, and whoever leaves needs no place.
  private var inside: SQL {
    guard gate.direction == .enter else { return "null::bigint" }
    return """
      (select count(*) from parking.open_stay i
        where i.park_sn = asked.park_sn and i.enter_time is not null)
      """
  }

  /// The registry's rows of the plate; a retired one held until it was retired.
  private var registrations: SQL {
    """
    select coalesce(array_agg(v.category::smallint), '{}') categories,
      coalesce(array_agg(v.valid_from), '{}') starts, coalesce(array_agg(v.ended), '{}') ends,
      coalesce(array_agg(v.vehicle_class || ' ' || v.persons), '{}') words
    from (select v.*, least(v.valid_until, v.retired_at) ended from parking.vehicle v
      where v.park_sn = asked.park_sn and v.plate = \(registeredPlate)
        and v.valid_from < least(v.valid_until, v.retired_at)
      order by v.vehicle_id) v
    """
  }

  /// Beginnings and ends of the windows that matter to the vehicle's stay and to an entry now.
  private var leases: SQL {
    """
    array(select unnest(array[w.begins_at, w.ends_at]) from parking.lease_window w
      where w.park_sn = asked.park_sn and w.plate = \(registeredPlate)
        and w.taken_back_at is null and w.ends_at > least(o.enter_time, asked.start_time)
        and w.window_date
          >= (least(o.enter_time, asked.start_time) at time zone 'UTC')::date - 2
        and w.begins_at - interval '2 days' < statement_timestamp())
    """
  }

  /// Asked for late news alone.
  private var knownUntil: SQL {
    guard time != nil, hasPlate else { return "null::timestamptz" }
    return """
      (select k.last_read_at from parking.arrival k
        where k.park_sn = asked.park_sn and k.plate = asked.plate
          and (k.stay_id is not null or k.leave_time is not null)
        order by k.last_read_at desc limit 1)
      """
  }

  private var last: SQL {
    guard hasPlate else {
      return """
        select * from parking.arrival a
        where a.stay_id = asked.stay_id and a.park_sn = asked.park_sn and a.state <> 'history'
        order by a.booth_id = asked.booth_id desc, a.arrival_id desc limit 1
        """
    }
    return """
      select * from parking.arrival a
      where a.park_sn = asked.park_sn and a.plate = asked.plate and a.state <> 'history'
      order by a.last_read_at desc, a.arrival_id desc limit 1
      """
  }
}
