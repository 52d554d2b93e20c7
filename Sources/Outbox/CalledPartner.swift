public import PostgreSQL

/// What a partner's record says of calling it. It prints without the secret.
public struct CalledPartner: Sendable {
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
  public init(_ columns: inout RowDecoder) throws(DatabaseError) {
    baseURL = try columns.next()
    format = try columns.next()
    allowsPrivateAddress = try columns.next()
    keyID = try columns.next()
    secret = try columns.next()
  }

  /// What `init` reads, of the partner `p` and its key `k`.
  public static let columns: SQL =
    "p.base_url, p.push_format, p.allow_private_address, k.key_id::text, k.secret::text"

  /// The newest live key of the partner `p`.
  public static let key: SQL = """
    left join lateral (
      select k.key_id, k.secret from partner_key k where k.app_id = p.app_id and k.retired_at is null
      order by k.created_at desc, k.key_id limit 1) k on true
    """

  /// Whether the partner `p` may be called at all.
  public static let isCalled: SQL =
    "p.base_url <> '' and p.disabled_at is null and p.retired_at is null"
}

extension CalledPartner: CustomStringConvertible, CustomReflectable {
  /// The address alone.
  public var description: String { baseURL }

  /// The address alone, so that a dump shows no secret either.
  public var customMirror: Mirror { Mirror(self, children: ["baseURL": baseURL]) }
}
