internal import Outbox
public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// A park's off-peak terms, open or not; nil when it has none.
  public func leaseOffer(of park: ParkSettings) throws -> LeaseOffer? {
    try database.withConnection { connection in
      try connection.query(
        """
        select \(LeaseOffer.columns) from parking.lease_offer o where o.park_sn = \(park.parkSN)
        """
      ).first.map { row in
        var columns = row.columns
        return try LeaseOffer(&columns)
      }
    }
  }

  /// What the park's partners were told of its offer, or are still to be told, newest first.
  public func offerPushes(of park: ParkSettings, count: Int) throws -> [OfferPush] {
    try database.withConnection { connection in
      try connection.query(
        """
        select o.outbox_id, o.app_id::text, p.partner_name, o.body::text,
          case when o.delivered_at is not null then 'delivered'
            when o.superseded_at is not null then 'superseded'
            when o.gave_up_at is not null then 'gave_up' else 'waiting' end,
          o.created_at, coalesce(o.delivered_at, o.superseded_at, o.gave_up_at), o.attempts,
          coalesce(o.last_error, '')
        from parking.outbox o join parking.partner p using (app_id)
        where \(Self.isPush(of: park))
        order by o.outbox_id desc limit \(Int64(count))
        """
      ).map { try OfferPush($0) }
    }
  }

  /// Changes what a park offers; its partners are told by what the same transaction queues.
  ///
  /// - Returns: Whether it was offered otherwise before.
  public func change(
    _ offer: LeaseOffer, of park: ParkSettings, by person: Person
  ) throws -> Bool {
    guard try leaseOffer(of: park) != offer else { return false }
    let record = OfferRecord(terms: offer, ofPark: park.parkSN)
    let detail = record.summary.joined(separator: ", ")
    try changing(park, person, "offer_change", detail: detail) { connection in
      for statement in record.write(.change) { try connection.execute(statement) }
    }
    return true
  }

  /// Sends again what the relay gave up telling a park's partners.
  ///
  /// - Returns: How many pushes; what something newer followed is left alone.
  public func pushOfferAgain(of park: ParkSettings, by person: Person) throws -> Int {
    try changing(park, person, "offer_push", detail: "") { connection in
      _ = try connection.query("select set_config('search_path', 'parking', true)")
      let given = try connection.query(
        """
        select o.outbox_id from parking.outbox o
        where \(Self.isPush(of: park)) and o.gave_up_at is not null
        """
      ).map { try $0.decode(Int64.self, at: 0) }
      return try OutboxDesk(connection).sendAgain(given)
    }
  }

  /// The condition of an outbox row `o` that tells of a park.
  private static func isPush(of park: ParkSettings) -> SQL {
    """
    o.app_id in (select app_id from parking.partner) and o.kind = 'lease/park'
      and o.subject = \(park.parkSN)
    """
  }
}

extension OfferPush {
  fileprivate init(_ row: Row) throws(DatabaseError) {
    var columns = row.columns
    pushID = try columns.next()
    appID = try columns.next()
    partner = try columns.next()
    body = try columns.next()
    let state = try columns.next(String.self)
    self.state = State(rawValue: state) ?? .waiting
    createdAt = try columns.next()
    settledAt = try columns.next()
    attempts = Int(try columns.next(Int32.self))
    lastError = try columns.next()
  }
}
