import Foundation
import GatehouseTesting
import Synchronization

/// The installations of this test process: started when first asked for, stopped when it ends.
enum Installations {
  /// Where nothing is ever broken: scenarios share it, each with a park of its own.
  static var calm: Installation { get throws { try calmStart.get() } }
  /// Where workers are killed and the database is stopped: one test at a time.
  static var stormy: Installation { get throws { try stormyStart.get() } }

  private static let calmStart = Result {
    try Installation("calm", database: try TestDatabase(.schema))
  }
  // Without a relay: what it writes in its own time would be taken for a worker's.
  private static let stormyStart = Result {
    try Installation("stormy", database: nil, settings: ["GATEHOUSE_RELAY": "0"])
  }

  private struct Running: Sendable {
    let state: String
    let variables: [String: String]
    let database: TestDatabase?
  }

  private static let running = Mutex<[Running]>([])

  /// Stops what runs in that state directory, and then drops the database, when the process ends.
  static func stopAtExit(
    _ state: String, _ variables: [String: String], _ database: TestDatabase?
  ) {
    let isFirst = running.withLock { running in
      running.append(Running(state: state, variables: variables, database: database))
      return running.count == 1
    }
    guard isFirst else { return }
    atexit { Installations.stopAll() }
  }

  private static func stopAll() {
    let all = running.withLock { running in
      defer { running = [] }
      return running
    }
    for installation in all {
      do {
        try Shell.run(
          [try Shell.script("application"), "stop", installation.state],
          environment: installation.variables)
      } catch {
        FileHandle.standardError.write(Data("\(installation.state) still runs: \(error)\n".utf8))
      }
    }
  }
}
