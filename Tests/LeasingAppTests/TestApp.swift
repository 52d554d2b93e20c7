import GatehouseTesting
import HTTP
import LeasingApp
import LeasingAppStore
import PostgreSQL
import Signing

/// A leasing app with a database of its own: parking system `cjj-test`, an offer of `P1`, and the
/// public holidays of the years that 30 days from now lie in.
struct TestApp {
  let database: TestDatabase
  let connection: Connection
  let application: LeasingApplication

  static let key = SigningKey(
    appID: "cjj-test", keyID: "k1", secret: "8f3c1e0a5b7d49c2a6e1d0f4b3c2a190")

  init() throws {
    database = try TestDatabase(.leasingApp)
    connection = try database.connect()
    application = try LeasingApplication(
      store: try LeasingAppStore(conninfo: database.conninfo(.appWorker)))
    try connection.run(
      script: """
          insert into leasing_app.partner (app_id, base_url, sandbox) values ('cjj-test', '', true);
          insert into leasing_app.partner_key (app_id, key_id, secret, slot)
            values ('cjj-test', 'k1', '8f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 1);
          insert into leasing_app.calendar_year
          select distinct extract(year from day)::integer
          from generate_series(now() - interval '5 days', now() + interval '40 days', '1 day') day;
        -- A year is known by the days that it names.
        insert into leasing_app.calendar_day
          select make_date(year, 1, 1), year, '元旦', true from leasing_app.calendar_year;
        """)
  }

  /// A push of the parking system, signed in its parameters so many seconds from now.
  func push(
    _ changes: [String: String] = [:], at offset: Int64 = 0, key: SigningKey = TestApp.key
  ) throws -> JSON {
    let usual: [(String, String)] = [
      ("park_sn", "P1"), ("park_name", "一号 & 二号"), ("deadline", "2035-12-31"),
      ("start_time", "19:00"), ("end_time", "07:30"), ("is_sat", "0"), ("is_sun", "0"),
      ("is_holiday", "0"), ("price", "100"), ("start_price", "500"), ("holiday_price", "2000"),
      ("longitude", ""), ("latitude", ""),
    ]
    let parameters = usual.map { (name: $0.0, value: changes[$0.0] ?? $0.1) }
    return try send("/lease/park", signed: parameters, at: offset, key: key)
  }

  /// A signed form.
  func send(
    _ path: String, signed parameters: [(name: String, value: String)], at offset: Int64 = 0,
    key: SigningKey = TestApp.key, nonce: String = Nonce.random()
  ) throws -> JSON {
    let now: Int64 = try connection.query(
      "select floor(extract(epoch from clock_timestamp()))::bigint"
    ).one().decode(at: 0)
    let signed = ParameterSignature.signed(
      parameters, with: key, method: .hmacSHA256, timestamp: now + offset, nonce: nonce)
    let pairs = signed.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
    return try answer(
      Request(
        method: .post, path: path, contentType: "application/x-www-form-urlencoded",
        body: Array(pairs.joined(separator: "&").utf8)))
  }

  /// What a driver does, in JSON.
  func drive(_ path: String, _ body: String) throws -> JSON {
    try answer(
      Request(
        method: .post, path: path, contentType: "application/json", body: Array(body.utf8)))
  }

  /// Sells windows of days from today on.
  func buy(
    _ days: [Int], start: String = "19:00", end: String = "06:30", plate: String = "苏E88888",
    url: String = "place"
  ) throws -> JSON {
    let dates = try days.map { offset in
      #"{"date":"\#(try day(offset))","start_time":"\#(start)","end_time":"\#(end)"}"#
    }
    return try drive(
      "/lease/order/\(url)",
      #"{"park_sn":"P1","car_plate_no":"\#(plate)","dates":[\#(dates.joined(separator: ","))]}"#)
  }

  /// A day by its distance from today, in China.
  func day(_ offset: Int) throws -> String {
    try connection.query(
      "select ((now() at time zone 'Asia/Shanghai')::date + \(Int32(offset)))::text"
    ).one().decode(at: 0)
  }

  /// A number that a query has.
  func count(_ sql: SQL) throws -> Int64 { try connection.query(sql).one().decode(at: 0) }

  private func answer(_ request: Request) throws -> JSON {
    try JSON.parse(application.answer(request).body)
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}
