import ArgumentParser
import Foundation
import ParkingStore

/// Where the database is.
struct DatabaseOptions: ParsableArguments {
  /// The variable that stands in for `--database`.
  static let variable = "GATEHOUSE_DATABASE"

  @Option(
    name: .customLong("database"),
    help: ArgumentHelp(
      "The database, as libpq's connection string. (default: \(variable) of the environment)",
      valueName: "conninfo"))
  var conninfo: String?

  /// Connects.
  func connect() throws -> SiteStore {
    try SiteStore(conninfo: named())
  }

  /// The gates' verbs, which connect when they are first needed.
  func parkingStore() throws -> ParkingStore {
    ParkingStore(conninfo: try named(), pictures: "")
  }

  /// The connection string.
  func named() throws -> String {
    let conninfo = conninfo ?? ProcessInfo.processInfo.environment[Self.variable]
    guard let conninfo, !conninfo.isEmpty else {
      throw ValidationError(
        "no database is named: set \(Self.variable) or give --database, such as "
          + "\"host=/run/postgresql dbname=gatehouse user=gatehouse_admin\"")
    }
    return conninfo
  }
}
