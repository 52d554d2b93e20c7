import PostgreSQL

/// A window as both databases have it, as one text.
extension Loop {
  /// `plate date start-end` of what we keep at a park and have not taken back.
  func windows(at park: TestPark) throws -> [String] {
    try texts(
      """
      select plate || ' ' || window_date || ' ' || left(start_time::text, 5) || '-'
        || left(end_time::text, 5)
      from parking.lease_window where park_sn = \(park.parkSN) and taken_back_at is null order by 1
      """, try cloud())
  }

  /// The same of what the app sold there and was not cancelled.
  func orders(at park: TestPark) throws -> [String] {
    try texts(
      """
      select plate || ' ' || window_date || ' ' || left(start_time::text, 5) || '-'
        || left(end_time::text, 5)
      from leasing_app.lease_order where park_sn = \(park.parkSN) and cancelled_at is null
      order by 1
      """, try app())
  }

  /// The price of a park's offer at the app; nil without one.
  func priceAtApp(_ park: TestPark) throws -> Int64? {
    try app().query(
      "select price::bigint from leasing_app.offer where park_sn = \(park.parkSN)"
    ).first?.decode(at: 0)
  }

  /// Changes a park's price as the command line's role does.
  func setPrice(_ price: Int64, at park: TestPark, _ connection: Connection) throws {
    try connection.execute(
      "update parking.lease_offer set price = \(price) where park_sn = \(park.parkSN)")
  }

  /// How many rows of our outbox still wait.
  func waiting() throws -> Int64 {
    try cloud().query(
      """
      select count(*) from parking.outbox
      where delivered_at is null and superseded_at is null and gave_up_at is null
      """
    ).one().decode(at: 0)
  }

  /// The prices that the app took of a park, in order.
  func pricesTaken(_ park: TestPark) throws -> [Int64] {
    try app().query(
      "select price from leasing_app.offer_log where park_sn = \(park.parkSN) order by log_id"
    ).map { try $0.decode(at: 0) }
  }

  /// What became of the orders that the app queued for a park.
  struct Deliveries: Equatable {
    /// Delivered, and not before the one that was sold before.
    let inOrder: Int64
    /// The rest.
    let others: Int64
  }

  func deliveries(at park: TestPark) throws -> Deliveries {
    let row = try app().query(
      """
      select count(*) filter (where is_in_order), count(*) filter (where is_in_order is not true)
      from (
        select delivered_at >= coalesce(lag(delivered_at) over (order by outbox_id), '-infinity')
          as is_in_order
        from leasing_app.outbox where subject = \(park.parkSN)) deliveries
      """
    ).one()
    return Deliveries(inOrder: try row.decode(at: 0), others: try row.decode(at: 1))
  }

  private func texts(_ sql: SQL, _ connection: Connection) throws -> [String] {
    try connection.query(sql).map { try $0.decode(at: 0) }
  }
}
