public import PostgreSQL

/// The demo's partner at the demo's parks, and offers of all test parks, inserted by plain SQL.
public enum TestPartner {
  /// By which it is known.
  public static let appID = "cjj-test"
  /// The name of its key.
  public static let keyID = "k1"
  /// The secret of its key.
  public static let secret = "8f3c1e0a5b7d49c2a6e1d0f4b3c2a190"

  /// Adds it to the parks of ``TestPark``, as the database's superuser.
  ///
  /// - Parameter requestsPerMinute: its rate.
  public static func insert(
    into connection: Connection, requestsPerMinute: Int32 = 100_000
  ) throws {
    try connection.execute(
      """
      insert into parking.partner (app_id, operator_id, partner_name, sandbox, allow_md5,
        requests_per_minute)
      values (\(appID), 'demo', '车加家', true, true, \(requestsPerMinute))
      """)
    try connection.execute(
      """
      insert into parking.partner_key (app_id, key_id, secret, slot)
      values (\(appID), \(keyID), \(secret), 1)
      """)
    try connection.run(
      script: """
        insert into parking.lease_offer (park_sn, deadline, start_time, end_time, is_sat, is_sun,
          is_holiday, price, start_price, holiday_price)
        select park_sn, '2035-12-31', '19:00', '07:30', true, true, true, 100, 500, 2000
        from parking.park;
        insert into parking.partner_park values ('cjj-test', 'DEMO001'), ('cjj-test', 'DEMO002');
        """)
  }
}
