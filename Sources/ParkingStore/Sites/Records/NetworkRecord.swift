internal import Parking
internal import PostgreSQL

/// A row of `parking.trusted_network`.
struct NetworkRecord: SiteRecord {
  /// The same network may be trusted by several parks.
  struct Key: Hashable {
    let parkID: String
    let network: String
  }

  static let kind = "trusted network"
  static let isKept = false
  static let selection: SQL = """
    select park_sn, network::text, false from parking.trusted_network order by park_sn, network
    """

  let key: Key
  var line: Int?

  init(_ network: Network, of park: SiteFile.Park) {
    key = Key(parkID: park.id, network: network.description)
    line = park.line
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    key = Key(parkID: try columns.next(), network: try columns.next())
  }

  var summary: [String] { [] }

  static func name(of key: Key) -> String { "\(key.network) of \(key.parkID)" }

  static func retirement(of key: Key) -> SQL {
    """
    delete from parking.trusted_network
    where park_sn = \(key.parkID) and network = \(key.network)::text::cidr
    """
  }

  func differences(from stored: NetworkRecord) -> [String] { [] }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.trusted_network (park_sn, network)
      values (\(key.parkID), \(key.network)::text::cidr)
      """
    ]
  }
}
