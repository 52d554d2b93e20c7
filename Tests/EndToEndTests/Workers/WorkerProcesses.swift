import Foundation

/// The workers of an installation, as the operating system sees them.
struct WorkerProcesses {
  private let program: String

  init(_ installation: Installation) {
    program = "\(installation.state)/bin/gatehouse-worker"
  }

  /// The process ids of those that run now.
  func all() -> [pid_t] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap(pid_t.init).filter { process in
      let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
      return path == program || path == "\(program) (deleted)"
    }
  }

  /// Sends each of them a signal; returns how many got it.
  @discardableResult
  func signalAll(_ signal: Int32) -> Int {
    all().filter { kill($0, signal) == 0 }.count
  }
}
