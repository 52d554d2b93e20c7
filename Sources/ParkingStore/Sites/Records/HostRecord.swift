internal import Parking
internal import PostgreSQL

/// A row of `parking.park_host`.
struct HostRecord: SiteRecord {
  static let kind = "host"
  static let isKept = false
  static let selection: SQL = "select host, park_sn, false from parking.park_host order by host"

  let host: String
  let parkID: String
  var line: Int?

  init(_ host: String, of park: SiteFile.Park) {
    (self.host, parkID, line) = (host, park.id, park.line)
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    host = try columns.next()
    parkID = try columns.next()
  }

  var key: String { host }
  var summary: [String] { ["park \(parkID)"] }

  static func name(of key: String) -> String { key }

  static func retirement(of key: String) -> SQL {
    "delete from parking.park_host where host = \(key)"
  }

  func differences(from stored: HostRecord) -> [String] {
    difference("park", stored.parkID, parkID)
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    [
      """
      insert into parking.park_host (host, park_sn) values (\(host), \(parkID))
      on conflict (host) do update set park_sn = excluded.park_sn
      """
    ]
  }
}
