import PostgreSQL

/// What the database says about a park, and what moves its time.
final class Books {
  /// A finished stay.
  struct Finished: Equatable {
    let outcome: String
    let total: Int64?
    let coupon: Int64
    let paid: Int64
    let payStatus: Int64
    let isManual: Bool
  }

  private let parkSN: String
  private let installation: Installation
  private var made: Connection?

  init(parkSN: String, _ installation: Installation) {
    self.parkSN = parkSN
    self.installation = installation
  }

  /// The superuser's connection, made when it is first needed.
  func connection() throws -> Connection {
    if let made, made.isAlive() { return made }
    let connection = try installation.connect()
    made = connection
    return connection
  }

  /// How many stays of a plate are open.
  func open(_ plate: String) throws -> Int {
    try count(
      "select count(*) from parking.open_stay where park_sn = \(parkSN) and plate = \(plate)")
  }

  /// A plate's finished stays, oldest first.
  func finished(_ plate: String) throws -> [Finished] {
    try connection().query(
      """
      select outcome, total_amount::int8, coupon_amount::int8, paid_amount::int8,
        pay_status::int8, is_manual
      from parking.stay where park_sn = \(parkSN) and plate = \(plate) order by stay_id
      """
    ).map { row in
      var columns = row.columns
      return Finished(
        outcome: try columns.next(), total: try columns.next(), coupon: try columns.next(),
        paid: try columns.next(), payStatus: try columns.next(), isManual: try columns.next())
    }
  }

  /// The payments of a stay, in fen.
  func payments(_ stay: String) throws -> [Int64] {
    try connection().query(
      """
      select amount::int8 from parking.payment
      where park_sn = \(parkSN) and stay_id = \(Int64(stay) ?? 0) order by payment_id
      """
    ).map { try $0.decode(at: 0) }
  }

  /// The payments of all stays of a plate, in fen.
  func payments(ofPlate plate: String) throws -> [Int64] {
    try connection().query(
      """
      select p.amount::int8 from parking.payment p
      join parking.stay s on s.park_sn = p.park_sn and s.stay_id = p.stay_id
      where p.park_sn = \(parkSN) and s.plate = \(plate) order by p.payment_id
      """
    ).map { try $0.decode(at: 0) }
  }

  /// All payments of the park, in fen.
  func takings() throws -> Int {
    try count(
      "select coalesce(sum(amount), 0)::int8 from parking.payment where park_sn = \(parkSN)")
  }

  /// The reasons on the review list, sorted.
  func reviews() throws -> [String] {
    try connection().query(
      "select reason from parking.review_item where park_sn = \(parkSN) order by reason"
    ).map { try $0.decode(at: 0) }
  }

  /// The audit trail's details, oldest first.
  func audited() throws -> [String] {
    try connection().query(
      "select detail from parking.audit where park_sn = \(parkSN) order by audit_id"
    ).map { try $0.decode(at: 0) }
  }

  /// How many openings of a booth's barrier there are.
  func openings(_ booth: Booth) throws -> Int {
    try count(
      """
      select count(*) from parking.opening
      where park_sn = \(parkSN) and booth_id = \(booth.id)
      """)
  }

  /// How many reads the park's cameras sent, repetitions not counted.
  func captures() throws -> Int {
    try count("select count(*) from parking.capture where park_sn = \(parkSN)")
  }

  /// The park's date and hour now, by the database's clock.
  func clock() throws -> String {
    try connection().query(
      "select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24')"
    ).one().decode(at: 0)
  }

  /// Lets time pass in this park alone: everything in it moves into the past.
  func pass(seconds: Double) throws {
    let shift: SQL = "make_interval(secs => \(String(seconds))::float8)"
    _ = try connection().batch([
      """
      update parking.arrival set first_read_at = first_read_at - \(shift),
        last_read_at = last_read_at - \(shift), waiting_until = waiting_until - \(shift),
        enter_time = enter_time - \(shift), leave_time = leave_time - \(shift),
        released_at = released_at - \(shift), pressed_at = pressed_at - \(shift)
      where park_sn = \(parkSN)
      """,
      """
      update parking.open_stay set enter_time = enter_time - \(shift),
        leave_time = leave_time - \(shift), settle_until = settle_until - \(shift)
      where park_sn = \(parkSN)
      """,
      """
      update parking.opening set decided_at = decided_at - \(shift),
        expires_at = expires_at - \(shift), delivered_at = delivered_at - \(shift)
      where park_sn = \(parkSN)
      """,
      """
      update parking.device set steady_since = steady_since - \(shift)
      where park_sn = \(parkSN)
      """,
    ])
  }

  private func count(_ sql: SQL) throws -> Int {
    Int(try connection().query(sql).one().decode(Int64.self, at: 0))
  }
}
