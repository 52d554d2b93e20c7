internal import Parking
internal import PostgreSQL

extension ParkingStore {
  /// A partner's record, at most a second old; nil if there is none of that name.
  public func partner(_ appID: String) throws -> Partner? {
    if let partner = partners.fresh(appID) { return partner }
    return try reloadedPartner(appID)
  }

  /// A partner's record as it is now, for another look before a refusal.
  public func reloadedPartner(_ appID: String) throws -> Partner? {
    let partner = try database.withConnection { connection in
      try Partner.load(appID, connection)
    }
    partners.keep(partner, appID)
    return partner
  }

  /// Lets a signed request in: in time, not seen before, within the partner's rate. A request that
  /// is late or was seen uses up none of the rate, so that nobody can use it up with a copy.
  ///
  /// The nonce is taken later, in the transaction of the effect.
  /// - Parameter parkSN: the park that the request names, if it names one.
  /// - Throws: `PartnerRefusal`.
  public func admit(_ call: PartnerCall, parkSN: String?) throws -> PartnerAdmission {
    let rows = try database.withConnection { connection in
      try connection.query(Self.admission(of: call, parkSN: parkSN))
    }
    var columns = try rows.one().columns
    let now = try columns.next(Instant.self)
    let (isInTime, isSeen) = (try columns.next(Bool.self), try columns.next(Bool.self))
    let isCounted = try columns.next(Bool.self)
    guard isInTime else { throw PartnerRefusal.time(now: now) }
    guard !isSeen else { throw PartnerRefusal.replay }
    guard isCounted else { throw PartnerRefusal.tooMany }
    return PartnerAdmission(now: now, park: try LeasePark.optional(parkSN, &columns, &zones))
  }

  /// A request takes its share of a minute; a whole minute's worth may come at once.
  private static func admission(of call: PartnerCall, parkSN: String?) -> SQL {
    let appID = call.partner.appID
    let share: SQL = "interval '1 minute' / \(Int32(call.partner.requestsPerMinute))"
    return """
      with clock as materialized (
        select c.now, abs(floor(extract(epoch from c.now))::bigint - \(call.timestamp))
            <= \(Int64(call.partner.clockTolerance)) as is_in_time,
          exists (select from parking.partner_nonce n where n.app_id = \(appID)
            and n.nonce = \(call.nonce) and n.expires_at > c.now) as is_seen
        from (select clock_timestamp() as now) c),
      counted as (
        insert into parking.partner_rate as r (app_id, full_at)
        select \(appID), now + \(share) from clock where is_in_time and not is_seen
        on conflict (app_id) do update
          set full_at = greatest(r.full_at, excluded.full_at - \(share)) + \(share)
          where greatest(r.full_at, excluded.full_at - \(share)) + \(share)
            <= excluded.full_at - \(share) + interval '1 minute'
        returning 1)
      select c.now, c.is_in_time, c.is_seen, exists (select from counted),
        p.time_zone::text, \(LeaseOffer.columns)
      from clock c
      left join (parking.partner_park a join parking.park p on p.park_sn = a.park_sn
          and p.retired_at is null)
        on a.app_id = \(appID) and a.park_sn = \(parkSN)
      left join parking.lease_offer o on o.park_sn = p.park_sn
      """
  }

  /// The common table that takes a request's nonce: one row, or none if it was taken before, by
  /// whichever worker. Kept until the request would be too old anyway.
  static func takingNonce(of call: PartnerCall) -> SQL {
    let life = "\(Int32(2 * call.partner.clockTolerance + 2)) * interval '1 second'" as SQL
    return """
      insert into parking.partner_nonce as n (app_id, nonce, expires_at)
      values (\(call.partner.appID), \(call.nonce), clock_timestamp() + \(life))
      on conflict (app_id, nonce) do update set expires_at = excluded.expires_at
        where n.expires_at <= clock_timestamp()
      returning 1
      """
  }
}
