import ArgumentParser
import Foundation
import ParkingStore

/// `gatehouse backup take`
struct BackupTake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take",
    abstract: "Takes a copy now (the word take may be left out), and deletes the oldest.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: ArgumentHelp("The directory of the backups.", valueName: "directory"))
  var to: String
  @Option(help: ArgumentHelp("The workers' pictures, to be copied too.", valueName: "directory"))
  var pictures: String?
  @Option(help: "How many copies are kept, 1 to 1000.") var keep = 7

  func validate() throws {
    guard (1...1000).contains(keep) else { throw ValidationError("--keep is 1 to 1000") }
    guard to.hasPrefix("/") else { throw ValidationError("--to is no absolute path") }
  }

  func run() throws {
    let folder = BackupFolder(path: to)
    let conninfo = try database.named()
    if try !database.connect().archivesLog() {
      warn(
        "the server does not hand over its log of changes, so nothing between two copies can be "
          + "restored; `gatehouse backup --help` says what to set")
    }
    try folder.make("wal")
    let part = try folder.unfinished()
    try PostgreSQLProgram("pg_basebackup").run([
      "--dbname=\(conninfo)", "--pgdata=\(part)", "--checkpoint=fast", "--wal-method=stream",
      "--manifest-checksums=SHA256", "--label=gatehouse", "--no-password",
    ])
    try PostgreSQLProgram("pg_verifybackup").run(["--quiet", part])
    let base = try folder.finish(part)
    print("took \(folder.directory(of: base))")
    if let pictures {
      let mirror = PictureMirror(source: pictures, target: folder.pictures)
      let (copied, deleted) = try mirror.run()
      print("pictures: \(copied) copied, \(deleted) deleted")
    }
    let pruned = try folder.prune(keeping: keep)
    if pruned > 0 { print("deleted \(pruned) old copies") }
  }

  private func warn(_ words: String) {
    FileHandle.standardError.write(Data("warning: \(words)\n".utf8))
  }
}
