import GatehouseTesting
import Parking
import PostgreSQL
import Testing

@testable import ParkingStore

@Suite("Partners' statements")
struct LeasePlanTests {
  private let gates: Gates

  init() throws {
    gates = try Gates()
    try TestPartner.insert(into: gates.connection)
  }

  @Test("read no table from end to end, though a worker planned them while all were empty")
  func scans() throws {
    // As a fresh installation is after its first vacuum, when a read from end to end costs nothing.
    try gates.connection.run(script: "vacuum analyze parking.lease_window, parking.partner_nonce")
    try order("苏E11111")
    try gates.connection.execute(
      """
      insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time,
        begins_at, ends_at, offer_check, source)
      select 'cjj-test', 'DEMO001', 'P' || n, '2030-01-02', '19:00', '06:30',
        '2030-01-02 19:00+08', '2030-01-03 06:30+08', 'inside', 'order'
      from generate_series(1, 5000) n
      """)
    try gates.connection.execute(
      """
      insert into parking.partner_nonce
      select 'cjj-test', 'nonce-' || n || '-of-5000', now() + interval '10 min'
      from generate_series(1, 5000) n
      """)
    let before = try read()
    for plate in ["苏E11112", nil, "苏E11113"] { try order(plate) }
    #expect(try read() == before)
    #expect(try gates.count("select count(*) from parking.lease_window where plate is null") == 0)
  }

  private func order(_ plate: String?) throws {
    let partner = try #require(try gates.store.partner("cjj-test"))
    let call = PartnerCall(
      partner: partner, nonce: "nonce-\(UInt64.random(in: 0 ... .max))",
      timestamp: try gates.connection.query("select extract(epoch from now())::bigint").one()
        .decode(at: 0))
    let admission = try gates.store.admit(call, parkSN: "DEMO001")
    let window = try LeaseWindow(date: "2030-01-02", start: "19:00", end: "06:30")
    try gates.store.keep(
      LeaseOrder(plate: plate, windows: [window]), of: call, admitted: admission)
  }

  /// Rows that were read from end to end.
  private func read() throws -> [String] {
    try gates.store.database.withConnection { connection in
      _ = try connection.query("select pg_stat_force_next_flush()")
      _ = try connection.query("select 1")
    }
    return try gates.connection.query(
      """
      select relname || ' ' || seq_tup_read from pg_stat_user_tables
      where relname in ('lease_window', 'partner_nonce') order by relname
      """
    ).map { try $0.decode(at: 0) }
  }
}
