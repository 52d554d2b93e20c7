import GatehouseTesting
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("With a year of stays in the database")
struct PlanTests {
  let gates: Gates

  init() throws {
    gates = try Gates()
    let connection = try gates.database.connect(settings: .patient)
    try connection.run(script: Self.history)
    try connection.run(script: "analyze")
  }

  @Test("No poll and no press reads a table from end to end")
  func scans() throws {
    let verbs: [(String, () throws -> Void)] = [
      ("polls", { try polls() }),
      ("an entry", { try gates.store.read("苏E88888", at: "demo-in-1") }),
      ("a press", { try gates.store.letIn("苏E77777", at: gates.visit("demo2-in-1")) }),
      ("an exit", { try exit() }), ("late news", { try late() }),
    ]
    for (name, verb) in verbs {
      let before = try scanned()
      try verb()
      let after = try scanned()
      #expect(after.filter { !before.contains($0) } == [], "\(name)")
    }
  }

  @Test("Nobody looks through the openings that no camera came for")
  func openings() throws {
    try gates.connection.execute(
      """
      insert into parking.opening (park_sn, booth_id, arrival_id, cause, decided_at, expires_at)
        select 'DEMO001', b, 1000000 + n, 'press', now() - interval '1 hour',
          now() - interval '59 min'
        from generate_series(1, 5000) n, unnest(array['demo-in-1', 'demo-out-1']) b
      """)
    try gates.store.read("苏E88888", at: "demo-in-1", event: "e-1")
    let device = try #require(try gates.store.device(token: "demo-in-1-camera"))
    let before = try openingsRead()
    try gates.store.read("苏E88888", at: "demo-in-1", event: "e-2")
    try gates.store.read("苏E77777", at: "demo-in-1", event: "e-3")
    #expect(try gates.store.takeOpening(for: device, by: .poll) == nil)
    #expect(try openingsRead() - before < 20)
  }

  private func openingsRead() throws -> Int64 {
    try flushStatistics()
    return try gates.connection.query(
      """
      select (sum(seq_tup_read) + (select sum(idx_tup_read) from pg_stat_user_indexes
        where relname = 'opening'))::bigint
      from pg_stat_user_tables where relname = 'opening'
      """
    ).one().decode(at: 0)
  }

  private func polls() throws {
    for boothID in ["demo-in-1", "demo-out-1"] {
      let visit = try gates.visit(boothID)
      _ = try gates.store.entryRecords(visit.booth, of: visit.park, count: 200, category: nil)
      _ = try gates.store.exitRecords(visit.booth, of: visit.park, count: 10, category: .temporary)
      _ = try gates.store.dueStay(at: visit.booth, of: visit.park)
      _ = try gates.store.figures(of: visit.park)
      _ = try gates.store.shiftFigures(at: visit)
      _ = try gates.store.view(of: visit, count: 10)
      _ = try gates.store.pastShifts(at: visit, count: 10)
    }
    let device = try #require(try gates.store.device(token: "demo-in-1-camera"))
    _ = try gates.store.takeOpening(for: device, by: .poll)
  }

  private func exit() throws {
    try gates.store.read("苏E66666", at: "demo-in-1", minutesAgo: 67)
    try gates.store.read("苏E66666", at: "demo-out-1")
    let visit = try gates.visit("demo-out-1")
    let due = try gates.store.dueStay(at: visit.booth, of: visit.park)
    let stayID = try #require(due).stayID
    _ = try gates.store.applyCoupon(CouponPress(stayID: stayID, minutes: 30), at: visit)
    try gates.store.pay(stayID, 700, coupon: 200, at: visit)
    try gates.store.pay(stayID, 700, coupon: 200, at: visit)
  }

  private func late() throws {
    try gates.store.read("苏E55555", at: "demo-in-1", event: "late-1", minutesAgo: 90)
    try gates.store.read("苏E55555", at: "demo-out-1", event: "late-2", minutesAgo: 20)
    try gates.store.read("苏E55555", at: "demo-out-1", event: "late-2", minutesAgo: 20)
  }

  /// How often each table was read from end to end.
  private func scanned() throws -> [String] {
    try flushStatistics()
    return try gates.connection.query(
      """
      select relname || ' ' || seq_scan from pg_stat_user_tables
      where schemaname = 'parking'
      order by relname
      """
    ).map { try $0.decode(at: 0) }
  }

  /// Makes what the store's session counted visible to others.
  private func flushStatistics() throws {
    try gates.store.database.withConnection { connection in
      _ = try connection.query("select pg_stat_force_next_flush()")
      _ = try connection.query("select 1")
    }
  }

  /// 50,000 stays of the last year, 20,000 vehicles inside.
  private static let history: SQL = """
    set session_replication_role = replica;
    insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state,
        first_read_at, last_read_at, stay_id, enter_time, released_at, leave_time)
      select nextval('parking.arrival_id_seq'), 'DEMO001', b.booth_id, 'P' || n, 'P' || n, 0,
        b.state, t, t, n, t, t, case when b.state = 'left' then t end
      from generate_series(1, 50000) n,
        lateral (select now() - n * interval '10 min' as t) times,
        (values ('demo-in-1', 'entered'), ('demo-out-1', 'left')) b(booth_id, state);
    insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome,
        enter_time, leave_time, closed_at, total_amount, paid_amount, pay_status)
      select n, 'DEMO001', 'P' || n, 'P' || n, 'other', 0, 'left', t, t, t, 500, 500, 1
      from generate_series(1, 50000) n,
        lateral (select now() - n * interval '10 min' as t) times;
    insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category,
        enter_time)
      select case n % 40 when 0 then 'DEMO001' else 'PARK' || n % 40 end, 'Q' || n, 200000 + n,
        'Q' || n, 'other', 0, now()
      from generate_series(1, 20000) n;
    insert into parking.opening (park_sn, booth_id, arrival_id, cause, decided_at, expires_at,
        delivered_at, delivered_by)
      select park_sn, booth_id, arrival_id, 'read', last_read_at, last_read_at, last_read_at, 'reply'
      from parking.arrival;
    insert into parking.capture (park_sn, booth_id, device_id, vendor, event_id, received_at,
        captured_at, plate_raw, plate, plate_kind, arrival_id, reply, reply_type)
      select park_sn, booth_id, booth_id, 'generic', 'h-' || arrival_id, last_read_at, last_read_at,
        license, plate, 'other', arrival_id, '', 'text/plain'
      from parking.arrival;
    insert into parking.payment (park_sn, stay_id, booth_id, shift_id, amount, pay_method,
        booked_at)
      select 'DEMO001', n, 'demo-out-1', 1000000 + n % 1000, 500, 'cash', now()
      from generate_series(1, 50000) n;
    insert into parking.vehicle (park_sn, plate, category, source)
      select 'DEMO001', 'V' || n, 1, 'csv' from generate_series(1, 20000) n;
    select setval('parking.stay_id_seq', 300000);
    set session_replication_role = origin;
    """
}
