import ArgumentParser
import Foundation

/// `gatehouse backup list`
struct BackupList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Names the copies, oldest first, by when they were complete (UTC).")

  @Option(help: ArgumentHelp("The directory of the backups.", valueName: "directory"))
  var to: String

  func run() throws {
    let folder = BackupFolder(path: to)
    let bases = folder.bases()
    guard !bases.isEmpty else { throw Failure("\(to) holds no copy") }
    for base in bases { print("\(base.name)\t\(folder.directory(of: base))") }
    let logs = (try? FileManager.default.contentsOfDirectory(atPath: folder.wal)) ?? []
    print("\(logs.count) files of the log of changes")
  }
}
