import Foundation
public import PostgreSQL

/// A database of a test's own, dropped with the last reference to it.
public final class TestDatabase: Sendable {
  /// Who connects.
  public enum Role: String, Sendable, CaseIterable {
    /// The cluster's superuser.
    case superuser
    /// Owns the schema; cannot log in, so the superuser takes its place.
    case owner = "gatehouse_owner"
    /// Serves requests.
    case worker = "gatehouse_worker"
    /// The command line.
    case admin = "gatehouse_admin"
    /// Tells partners and sweeps.
    case relay = "gatehouse_relay"
    /// Serves the leasing app's requests.
    case appWorker = "leasing_app_worker"
    /// The leasing app's relay.
    case appRelay = "leasing_app_relay"
  }

  /// What a new database holds.
  public enum Content: Sendable {
    /// Nothing.
    case empty
    /// Gatehouse's whole schema.
    case schema
    /// The leasing app's whole schema.
    case leasingApp
  }

  /// The name of the database, unique on the cluster.
  public let name: String
  private let cluster: String

  /// Makes a database.
  ///
  /// - Throws: ``MissingVariable`` without a cluster or a template in the environment.
  public init(_ content: Content = .empty) throws {
    cluster = try TestCluster.conninfo()
    let unique = UInt64.random(in: 0 ... .max)
    name = "gatehouse_test_\(ProcessInfo.processInfo.processIdentifier)_\(unique)"
    let template =
      switch content {
      case .empty: "template0"
      case .schema: try TestCluster.template()
      case .leasingApp: "\(try TestCluster.template())_app"
      }
    try TestCluster.run(SQL(unsafeRaw: "create database \(name) template \(template)"))
  }

  deinit {
    do {
      try TestCluster.run(SQL(unsafeRaw: "drop database if exists \(name) with (force)"))
    } catch {
      FileHandle.standardError.write(Data("\(name) was left behind: \(error)\n".utf8))
    }
  }

  /// The connection string for a role.
  public func conninfo(_ role: Role = .superuser) -> String {
    let here = "\(cluster) dbname=\(name)"
    return switch role {
    case .superuser: here
    case .owner: "\(here) options='-c role=\(role.rawValue)'"
    case .worker, .admin, .relay, .appWorker, .appRelay: "\(here) user=\(role.rawValue)"
    }
  }

  /// A new connection, which waits as long as a busy machine takes unless `settings` say otherwise.
  public func connect(
    _ role: Role = .superuser, settings: ConnectionSettings = .patient
  ) throws -> Connection {
    try Connection(conninfo(role), settings: settings)
  }
}
