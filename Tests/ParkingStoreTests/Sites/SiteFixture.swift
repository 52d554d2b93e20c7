import Foundation
import GatehouseTesting
import Parking
import ParkingStore
import PostgreSQL
import TariffTrials

/// A database of a test's own and the command line's access to it.
struct SiteFixture {
  let database: TestDatabase
  let store: SiteStore

  init() throws {
    database = try TestDatabase(.schema)
    store = try SiteStore(conninfo: database.conninfo(.admin))
  }

  /// The text of `sites/demo.yaml`.
  static func demo() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "sites/demo.yaml"), encoding: .utf8)
  }

  /// Applies a YAML text; answers what changed, in words.
  @discardableResult
  func apply(_ yaml: String, isDryRun: Bool = false) throws -> [String] {
    try store.apply(SiteFile(Document(yaml: yaml)), isDryRun: isDryRun).map(\.description)
  }

  /// The first column of a query, as text.
  func texts(_ sql: SQL) throws -> [String] {
    try database.connect().query(sql).map { try $0.decode(at: 0) }
  }

  /// The number that a query gives.
  func number(_ sql: SQL) throws -> Int {
    try database.connect().query(sql).one().decode(at: 0)
  }

  /// A digest of all that a site file can change.
  func state() throws -> [String] {
    try texts(
      """
      select t::text from parking.operator t union all select t::text from parking.tariff t
      union all select t::text from parking.tariff_version t
      union all select t::text from parking.park t union all select t::text from parking.park_host t
      union all select t::text from parking.trusted_network t
      union all select t::text from parking.booth t union all select t::text from parking.device t
      union all select t::text from parking.terminal t
      union all select t::text from parking.account t
      union all select t::text from parking.account_park t
      union all select t::text from parking.vehicle t order by 1
      """)
  }
}

extension String {
  /// The text with a part replaced that must be there.
  func changing(_ part: String, to other: String) throws -> String {
    guard contains(part) else { throw MissingPart(part: part) }
    return replacing(part, with: other)
  }
}

/// A test changes a text that the file no longer has.
struct MissingPart: Error {
  let part: String
}
