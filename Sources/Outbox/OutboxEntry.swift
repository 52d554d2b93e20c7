public import PostgreSQL

/// One row of an outbox that a relay has taken to deliver.
public struct OutboxEntry: Sendable {
  /// Its number.
  public let outboxID: Int64
  /// Which stream it is of.
  public let stream: OutboxStream
  /// The parameters: a JSON object.
  public let body: String
  /// How often it was tried, this time included.
  public let attempts: Int
  /// For how long it has been due, in whole seconds.
  public let dueSeconds: Int64
  /// The database's clock when it was taken.
  public let takenAt: Timestamp
  /// Whom to call.
  public let partner: OutboxPartner
}

/// What a partner's record says of calling it. It prints without the secret.
public struct OutboxPartner: Sendable {
  /// Where its interface begins.
  public let baseURL: String
  /// `form` or `json`.
  public let format: String
  /// Whether its host may lead to a private address.
  public let allowsPrivateAddress: Bool
  /// The newest live key's name; nil when it has none.
  public let keyID: String?
  /// That key's secret; never logged.
  public let secret: String?

  /// Reads `columns`.
  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    baseURL = try columns.next()
    format = try columns.next()
    allowsPrivateAddress = try columns.next()
    keyID = try columns.next()
    secret = try columns.next()
  }

  /// What `init` reads, of the partner `p` and its key `k`.
  static let columns: SQL =
    "p.base_url, p.push_format, p.allow_private_address, k.key_id::text, k.secret::text"

  /// The newest live key of the partner `p`.
  static let key: SQL = """
    left join lateral (
      select key_id, secret from partner_key k where k.app_id = p.app_id and k.retired_at is null
      order by k.created_at desc, k.slot limit 1) k on true
    """

  /// Whether the partner `p` may be called at all.
  static let isCalled: SQL = "p.base_url <> '' and p.disabled_at is null and p.retired_at is null"
}

extension OutboxPartner: CustomStringConvertible, CustomReflectable {
  /// The address alone.
  public var description: String { baseURL }

  /// The address alone, so that a dump shows no secret either.
  public var customMirror: Mirror { Mirror(self, children: ["baseURL": baseURL]) }
}
