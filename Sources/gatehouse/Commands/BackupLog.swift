import ArgumentParser
import Foundation

/// `gatehouse backup wal`
struct BackupLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wal",
    abstract: "Takes a file of the log of changes: PostgreSQL's archive_command.")

  @Option(help: ArgumentHelp("The directory of the backups.", valueName: "directory"))
  var to: String
  @Argument(help: "The file (%p).") var path: String
  @Argument(help: "Its name (%f).") var name: String

  func run() throws {
    guard !name.contains("/"), !name.hasPrefix(".") else {
      throw ValidationError("\(name) is no name of a file")
    }
    let folder = BackupFolder(path: to)
    try folder.make("wal")
    try LogFile(source: path, target: "\(folder.wal)/\(name)").archive()
  }
}
