internal import Parking
internal import PostgreSQL

/// A row of `parking.terminal`.
struct TerminalRecord: SiteRecord {
  static let kind = "terminal"
  static let selection: SQL = """
    select park_sn, terminal_id, token_digest, encode(certificate_digest, 'hex'),
      retired_at is not null
    from parking.terminal order by park_sn, terminal_id
    """

  let key: ParkItemKey
  let tokenDigest: [UInt8]
  /// In hexadecimal digits.
  let certificate: String?
  var line: Int?

  init(_ terminal: SiteFile.Terminal, of park: SiteFile.Park) {
    key = ParkItemKey(parkID: park.id, id: terminal.id)
    (tokenDigest, line) = (terminal.token.tokenDigest, terminal.line)
    certificate = terminal.certificate
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    key = ParkItemKey(parkID: try columns.next(), id: try columns.next())
    tokenDigest = try columns.next()
    certificate = try columns.next()
  }

  var summary: [String] { [] }

  static func name(of key: ParkItemKey) -> String { key.name }

  static func retirement(of key: ParkItemKey) -> SQL {
    """
    update parking.terminal set retired_at = now()
    where park_sn = \(key.parkID) and terminal_id = \(key.id)
    """
  }

  func differences(from stored: TerminalRecord) -> [String] {
    (stored.tokenDigest == tokenDigest ? [] : ["another token"])
      + (stored.certificate == certificate ? [] : ["another certificate"])
  }

  /// A retired row's token and certificate are free, so that two terminals can exchange theirs.
  func release(from stored: TerminalRecord) -> [SQL] {
    differences(from: stored).isEmpty ? [] : [Self.retirement(of: key)]
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.terminal (park_sn, terminal_id, token_digest, certificate_digest)
      values (\(key.parkID), \(key.id), \(tokenDigest), decode(\(certificate), 'hex'))
      on conflict (park_sn, terminal_id) do update set token_digest = excluded.token_digest,
        certificate_digest = excluded.certificate_digest, retired_at = null
      """
    ]
  }
}
