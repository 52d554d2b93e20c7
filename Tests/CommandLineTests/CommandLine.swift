import Foundation
import GatehouseTesting
import Testing

/// The program `gatehouse` with a database and a directory of a test's own.
final class CommandLine {
  /// What a run of the program left.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  let database: TestDatabase
  let directory: URL
  private let program: URL

  init() throws {
    let programs = try #require(
      ProcessInfo.processInfo.environment["GATEHOUSE_PROGRAMS"],
      "GATEHOUSE_PROGRAMS is not set: run `make test`, which builds the programs and sets it")
    program = URL(filePath: programs).appending(path: "gatehouse")
    database = try TestDatabase(.schema)
    directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  /// The demo's site file.
  static let demo = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "sites/demo.yaml").path

  /// Writes a file of the test; answers its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = directory.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The path of a file of the test.
  func path(_ name: String) -> String { directory.appending(path: name).path }

  /// The text of a file of the test.
  func text(_ name: String) throws -> String {
    try String(contentsOf: directory.appending(path: name), encoding: .utf8)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// The same.
  @discardableResult
  func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = [
      "GATEHOUSE_DATABASE": database.conninfo(.admin), "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    let files = ["output", "errors"].map { directory.appending(path: "std\($0)") }
    for file in files { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: files[0], encoding: .utf8),
      errors: try String(contentsOf: files[1], encoding: .utf8))
  }
}
