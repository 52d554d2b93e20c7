import Foundation

/// The database server of an installation that has one of its own.
struct DatabaseServer {
  private let state: String

  init(_ installation: Installation) {
    state = installation.state
  }

  /// Stops it.
  ///
  /// - Parameter mode: `fast` ends sessions; `immediate` is a crash, as far as data go.
  func stop(_ mode: String) throws {
    let programs = try Shell.run(["pg_config", "--bindir"]).split(separator: "\n")[0]
    let owner = getuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
    try Shell.run(
      owner + [
        "\(programs)/pg_ctl", "-D", "\(state)/database/data", "-m", mode, "-w", "-s", "stop",
      ])
  }

  /// Starts it; returns when it accepts connections.
  func start() throws {
    try Shell.run([try Shell.script("database"), "start", state])
  }
}
