import Foundation
import PostgreSQL

extension Loop {
  /// The day so many days from now in the parks' zone.
  func day(_ offset: Int) throws -> String {
    try cloud().query(
      "select ((now() at time zone 'Asia/Shanghai')::date + \(Int32(offset)))::text"
    ).one().decode(at: 0)
  }

  /// Moves everything that was sold at a park into the past by the same time on both sides, so that
  /// the first window of a plate ended 40 minutes ago: as if somebody had waited until then.
  func pass(atEndOfFirstWindowAt park: TestPark) throws {
    toApp.cut()
    toCloud.cut()
    // What was being read when the network went is over by then.
    usleep(2_000_000)
    let (cloud, app) = (try cloud(), try app())
    let seconds: Int64 = try cloud.query(
      """
      select extract(epoch from min(ends_at) - date_trunc('minute', now()) + interval '40 minutes')::bigint
      from parking.lease_window where park_sn = \(park.parkSN) and taken_back_at is null
      """
    ).one().decode(at: 0)
    let zone: SQL = "at time zone 'Asia/Shanghai'"
    let passed: SQL = "\(seconds) * interval '1 second'"
    try cloud.execute(
      """
      update parking.lease_window set begins_at = begins_at - \(passed),
        ends_at = ends_at - \(passed), received_at = received_at - \(passed),
        window_date = ((begins_at - \(passed)) \(zone))::date,
        start_time = ((begins_at - \(passed)) \(zone))::time,
        end_time = ((ends_at - \(passed)) \(zone))::time
      where park_sn = \(park.parkSN)
      """)
    try app.execute(
      """
      update leasing_app.lease_order set begins_at = begins_at - \(passed),
        placed_at = placed_at - \(passed),
        window_date = ((begins_at - \(passed)) \(zone))::date,
        start_time = ((begins_at - \(passed)) \(zone))::time,
        end_time = ((begins_at - \(passed) + interval '11 hours 30 minutes') \(zone))::time
      where park_sn = \(park.parkSN)
      """)
    try cloud.execute(
      """
      delete from parking.lease_absence a using parking.lease_window w
      where w.window_id = a.window_id and w.park_sn = \(park.parkSN)
      """)
    toApp.mend()
    toCloud.mend()
  }

  /// Lets six minutes pass since a reading first lacked a window of a park.
  func passSinceAbsence(at park: TestPark) throws {
    let cloud = try cloud()
    try cloud.transaction {
      try cloud.execute(
        """
        update parking.lease_window set received_at = received_at - interval '10 minutes'
        where park_sn = \(park.parkSN)
        """)
      try cloud.execute(
        """
        update parking.lease_absence a set read_began_at = read_began_at - interval '6 minutes',
          read_ended_at = read_ended_at - interval '6 minutes'
        from parking.lease_window w where w.window_id = a.window_id and w.park_sn = \(park.parkSN)
        """)
    }
  }
}
