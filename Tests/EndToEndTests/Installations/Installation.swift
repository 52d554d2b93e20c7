import Foundation
import GatehouseTesting
import PostgreSQL

/// A whole Gatehouse that runs for the tests: nginx, four workers and PostgreSQL.
final class Installation: Sendable {
  /// The state directory of `scripts/application`.
  let state: String
  /// nginx's port for plain HTTP.
  let port: UInt16
  /// Its port for HTTPS.
  let securePort: UInt16
  /// How the workers' role connects.
  let workerConninfo: String
  /// The parks of the site file that no test took yet.
  let parks = ParkSupply()

  private let superuser: String
  private let variables: [String: String]

  /// Starts one; it is stopped when the tests end.
  ///
  /// - Parameters:
  ///   - database: Where it lives; nil for a server of its own, which tests may stop.
  ///   - site: The site file's text.
  ///   - settings: Variables of `scripts/application` besides the usual ones.
  init(
    _ name: String, database: TestDatabase?, site text: String = Site.text,
    settings: [String: String] = [:]
  ) throws {
    state = try Shell.variable("GATEHOUSE_TEST_DIRECTORY") + "/\(name)"
    // An earlier test process that was cut off may have left one running.
    try Shell.run([try Shell.script("application"), "stop", state])
    try FileManager.default.removeItem(atPath: state)
    try FileManager.default.createDirectory(
      atPath: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let site = "\(state)/site.yaml"
    try text.write(toFile: site, atomically: true, encoding: .utf8)
    variables = Self.variables(site: site, database: database).merging(settings) { $1 }
    superuser = database?.conninfo() ?? "host=\(state)/database dbname=gatehouse user=postgres"
    Installations.stopAtExit(state, variables, database)
    let output = try Shell.run(
      [try Shell.script("application"), "start", state], environment: variables)
    let values = Self.values(output)
    port = try Self.port(values["GATEHOUSE_HTTP"])
    securePort = try Self.port(values["GATEHOUSE_HTTPS"])
    workerConninfo = values["GATEHOUSE_DATABASE"] ?? ""
    try giveWorkersTime()
  }

  /// A worker that was not built for speed may need more for a large body than nginx waits for.
  private func giveWorkersTime() throws {
    try Shell.run([
      "sed", "-i", "s/_timeout 10s;/_timeout 120s;/", "\(state)/nginx/snippets/fastcgi.conf",
    ])
    try Shell.run(["pkill", "-HUP", "-F", "\(state)/run/nginx.pid"])
  }

  /// A connection of the superuser, without limits.
  func connect() throws -> Connection {
    try Connection(superuser, settings: .patient)
  }

  /// Runs an action of `scripts/application`.
  @discardableResult
  func application(_ action: String) throws -> String {
    try Shell.run([try Shell.script("application"), action, state], environment: variables)
  }

  /// Runs the command line on its database.
  @discardableResult
  func gatehouse(_ arguments: String...) throws -> String { try gatehouse(arguments) }

  /// The same.
  @discardableResult
  func gatehouse(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> String {
    let conninfo =
      variables["GATEHOUSE_ADMIN_DATABASE"]
      ?? "host=\(state)/database dbname=gatehouse user=gatehouse_admin"
    return try Shell.run(
      ["\(state)/bin/gatehouse"] + arguments,
      environment: environment.merging(["GATEHOUSE_DATABASE": conninfo]) { $1 })
  }

  private static func variables(site: String, database: TestDatabase?) -> [String: String] {
    var variables = [
      "GATEHOUSE_HTTP_PORT": "0", "GATEHOUSE_HTTPS_PORT": "0", "GATEHOUSE_WORKERS": "4",
      "GATEHOUSE_SITE": site, "GATEHOUSE_TRUSTED_RATE": "100000",
    ]
    if let database {
      variables["GATEHOUSE_DATABASE"] = database.conninfo(.worker)
      variables["GATEHOUSE_ADMIN_DATABASE"] = database.conninfo(.admin)
    }
    return variables
  }

  private static func values(_ output: String) -> [String: String] {
    output.split(separator: "\n").reduce(into: [:]) { values, line in
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
    }
  }

  private static func port(_ address: String?) throws -> UInt16 {
    guard let text = address?.split(separator: ":").last, let port = UInt16(text) else {
      throw Shell.Failure(description: "scripts/application printed no port: \(address ?? "")")
    }
    return port
  }
}
