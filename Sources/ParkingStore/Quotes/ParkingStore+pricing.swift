internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// Earlier stays that a fee can look at, at most.
  private static let mostEarlierStays: Int64 = 200

  /// Reads what prices an open stay: its tariff versions, public holidays, and earlier stays of the
  /// vehicle if the tariff looks at them.
  func addPricing(
    of stay: OpenStay, in parkSN: String, to situation: inout Situation, _ connection: Connection
  ) throws {
    guard let versionID = stay.tariffVersionID, let enter = stay.enterTime else { return }
    guard
      let history = try tariffs.history(of: versionID, situation.park.timeZone, connection)
    else {
      situation.tariff = .unreadable
      return
    }
    situation.tariff = .versions(history)
    situation.calendar = try calendars.calendar(connection)
    guard history.lookBack > 0 else { return }
    situation.earlier = try earlierStays(
      of: stay.plate, in: parkSN, from: enter.advanced(bySeconds: -Int64(history.lookBack)),
      to: enter, connection)
  }

  /// The stays of a vehicle that ended before an entry, from the books: what each cost by its
  /// tariff, whatever was paid of it. Those whose exit was missed do not count.
  private func earlierStays(
    of plate: String, in parkSN: String, from start: Instant, to end: Instant,
    _ connection: Connection
  ) throws -> [PricingContext.EarlierStay] {
    try connection.query(
      """
      select enter_time, leave_time, coalesce(total_amount, 0)::bigint from parking.stay
      where park_sn = \(parkSN) and plate = \(plate) and outcome = 'left'
        and leave_time > \(start) and leave_time <= \(end) and enter_time is not null
      order by leave_time desc, stay_id desc limit \(Self.mostEarlierStays)
      """
    ).map { row in
      var columns = row.columns
      return PricingContext.EarlierStay(
        enter: try columns.next(), leave: try columns.next(), fee: try columns.next())
    }
  }
}
