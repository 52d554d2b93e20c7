import Foundation

/// A program of PostgreSQL's own.
struct PostgreSQLProgram {
  private let file: URL

  /// Finds it in PATH or where Debian keeps the newest version's.
  ///
  /// - Throws: `Failure` that says what to install.
  init(_ name: String) throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap(Int.init).sorted(by: >).map { "\(root)/\($0)/bin" }
    // The versioned directories first: what Debian has in PATH asks which cluster is meant.
    let folders = newest + path.split(separator: ":").map(String.init)
    guard
      let folder = folders.first(where: {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
      })
    else { throw Failure("\(name) is not installed: apt-get install postgresql") }
    file = URL(filePath: folder).appending(path: name)
  }

  /// Runs it to its end; its messages go to standard error.
  ///
  /// - Throws: `Failure` when it does not end well.
  func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = file
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.standardError
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Failure(
        "\(file.lastPathComponent) failed; what it says stands above. It must run as the user that "
          + "PostgreSQL runs as, with --database naming a user who may replicate, such as postgres")
    }
  }
}
