internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// `SynLeaseOrder`: keeps a partner's windows for a plate, all or none, and takes the request's
  /// nonce with them.
  ///
  /// - Returns: how many windows were not there before.
  /// - Throws: `PartnerRefusal`.
  @discardableResult
  public func keep(
    _ order: LeaseOrder, of call: PartnerCall, admitted admission: PartnerAdmission
  ) throws -> Int {
    guard let park = admission.park else { throw PartnerRefusal.parkNotAllowed }
    return try database.withConnection { connection in
      let statement = order.keeping(
        for: call.partner.appID, at: park, today: park.timeZone.civil(of: admission.now).date,
        calendar: try calendars.calendar(connection), source: .order,
        after: Self.takingNonce(of: call))
      let rows = try connection.transaction { try connection.queryCommitting(statement) }
      var columns = try rows.one().columns
      guard try columns.next(Int64.self) == 1 else { throw PartnerRefusal.replay }
      return Int(try columns.next(Int64.self))
    }
  }
}
