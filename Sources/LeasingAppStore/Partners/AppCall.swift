internal import Parking
internal import PostgreSQL

/// A request whose signature is a parking system's. Whether it is in time and new, the database
/// says.
public struct AppCall: Sendable {
  /// Who signed it.
  public let partner: AppPartner
  /// Taken once.
  public let nonce: String
  /// When it was signed by its sender's clock, in seconds since the Unix epoch.
  public let timestamp: Int64

  /// Made of its parts.
  public init(partner: AppPartner, nonce: String, timestamp: Int64) {
    self.partner = partner
    self.nonce = nonce
    self.timestamp = timestamp
  }
}

extension LeasingAppStore {
  /// Runs the effect of a signed request in one transaction with its nonce.
  ///
  /// - Throws: `time` or `replay`, and what `effect` throws; then the nonce is free again.
  func admitting<Value>(
    _ call: AppCall, _ effect: (Connection) throws -> Value
  ) throws -> Value {
    try database.withConnection { connection in
      try connection.transaction {
        try Self.takeNonce(of: call, connection)
        return try effect(connection)
      }
    }
  }

  private static func takeNonce(of call: AppCall, _ connection: Connection) throws {
    let tolerance = call.partner.clockTolerance
    let now: Instant = Instant(
      microseconds: try connection.query("select clock_timestamp()").one()
        .decode(Timestamp.self, at: 0).microseconds)
    guard abs(now.seconds - call.timestamp) <= tolerance else { throw AppRefusal.time(now: now) }
    let taken = try connection.query(
      """
      insert into partner_nonce as n (app_id, nonce, expires_at)
      values (\(call.partner.appID), \(call.nonce),
        clock_timestamp() + \(2 * tolerance + 2) * interval '1 second')
      on conflict (app_id, nonce) do update set expires_at = excluded.expires_at
        where n.expires_at <= clock_timestamp()
      """
    ).affected
    guard taken == 1 else { throw AppRefusal.replay }
  }
}
