import Foundation

/// nginx as a program: checks its configuration, and makes a running one read it.
struct NginxServer {
  /// The configuration file; nil for the one that nginx knows by itself.
  let configuration: String?

  /// Throws what nginx says if it refuses the configuration.
  func check() throws { try run(["-q", "-t"]) }

  /// Makes the running nginx read its configuration. Requests under way are finished by the
  /// processes that have them; none is lost.
  func reload() throws { try run(["-s", "reload"]) }

  private func run(_ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["nginx"] + words + (configuration.map { ["-c", $0] } ?? [])
    let output = Pipe()
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure("nginx \(words.joined(separator: " ")) failed:\n\(text)")
    }
  }
}
