import Foundation

/// Runs the project's scripts.
///
/// Not Foundation's Process: it waits until everything that a command started has ended, and a
/// script that starts a server leaves it running.
enum Shell {
  /// A command that failed, with what it wrote.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a command to its end and returns what it wrote on standard output.
  @discardableResult
  static func run(
    _ command: [String], environment: [String: String] = [:]
  ) throws -> String {
    let output =
      FileManager.default.temporaryDirectory.path
      + "/gatehouse-\(UInt64.random(in: 0 ... .max))"
    let errors = "\(output).errors"
    defer {
      unlink(output)
      unlink(errors)
    }
    let status = try wait(for: try spawn(command, environment, output: output, errors: errors))
    guard status == 0 else {
      let words = try String(contentsOfFile: errors, encoding: .utf8)
      throw Failure(description: "\(command.joined(separator: " ")): \(words)")
    }
    return try String(contentsOfFile: output, encoding: .utf8)
  }

  /// A variable that `make test` sets.
  static func variable(_ name: String) throws -> String {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
      throw Failure(description: "\(name) is not set: run `make test`, which sets it")
    }
    return value
  }

  /// The path of one of the project's scripts.
  static func script(_ name: String) throws -> String {
    "\(try variable("GATEHOUSE_TEST_ROOT"))/scripts/\(name)"
  }

  private static func spawn(
    _ command: [String], _ environment: [String: String], output: String, errors: String
  ) throws -> pid_t {
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var variables = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer {
      for text in arguments + variables { free(text) }
      posix_spawn_file_actions_destroy(&actions)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    var process = pid_t()
    let error = posix_spawnp(&process, command[0], &actions, nil, &arguments, &variables)
    guard error == 0 else {
      throw Failure(description: "\(command[0]): \(String(cString: strerror(error)))")
    }
    return process
  }

  private static func wait(for process: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else {
        throw Failure(description: "waitpid: \(String(cString: strerror(errno)))")
      }
    }
    return status
  }
}
