import ArgumentParser
import Foundation

/// `gatehouse restore`
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Makes a cluster from a backup, as it was at an instant.",
    discussion: """
      It makes a new data directory and touches nothing else. Started, PostgreSQL plays the log of \
      changes to that instant and then serves. It hands over no log until somebody removes \
      archive_mode = off from its postgresql.auto.conf, so a trial harms no backup.

      Examples:
        gatehouse restore --from /var/lib/gatehouse-backup --data /srv/restored
        gatehouse restore --from /var/lib/gatehouse-backup --data /srv/restored \\
          --time 2026-11-22T10:59:00+08:00 --pictures /srv/pictures
      """)

  @Option(help: ArgumentHelp("The directory of the backups.", valueName: "directory"))
  var from: String
  @Option(help: ArgumentHelp("The new data directory.", valueName: "directory"))
  var data: String
  @Option(help: "The instant, such as 2026-11-22T10:59:00+08:00. (default: the newest there is)")
  var time: String?
  @Option(help: ArgumentHelp("Where the pictures go. (default: nowhere)", valueName: "directory"))
  var pictures: String?

  func validate() throws {
    guard from.hasPrefix("/"), data.hasPrefix("/") else {
      throw ValidationError("--from and --data are absolute paths")
    }
    guard !from.contains("'"), !from.contains("\""), !from.contains("\\") else {
      throw ValidationError("--from must not contain quotes or backslashes")
    }
  }

  func run() throws {
    guard getuid() != 0 else {
      throw Failure("PostgreSQL does not run as root: run this as its user, such as postgres")
    }
    let target = try time.map(instant)
    let folder = BackupFolder(path: from)
    let base = try chosen(folder, target)
    let there = (try? FileManager.default.contentsOfDirectory(atPath: data)) ?? []
    guard there.isEmpty else { throw Failure("\(data) is not empty; name a new directory") }
    do {
      try? FileManager.default.removeItem(atPath: data)
      try FileManager.default.copyItem(atPath: folder.directory(of: base), toPath: data)
    } catch {
      throw Failure("\(base.name) cannot be copied to \(data): \(error.localizedDescription)")
    }
    guard chmod(data, 0o700) == 0 else { throw Failure("\(data) cannot be made private") }
    try write(settings(folder, target))
    if let pictures {
      let (copied, _) = try PictureMirror(source: folder.pictures, target: pictures).run()
      print("pictures: \(copied) copied")
    }
    print(
      """
      made \(data) from \(base.name)\(time.map { ", to go on to \($0)" } ?? "")
      next: start PostgreSQL on it (pg_ctl -D \(data) start), look at what it holds, point
      GATEHOUSE_DATABASE at it; then remove archive_mode = off from its postgresql.auto.conf
      """)
  }

  private func instant(_ text: String) throws -> Date {
    guard let date = try? Date.ISO8601FormatStyle(timeZone: .gmt).parse(text) else {
      throw ValidationError(
        "--time is an instant with its zone, such as 2026-11-22T10:59:00+08:00, not \(text)")
    }
    return date
  }

  /// The newest copy that was complete by then.
  private func chosen(_ folder: BackupFolder, _ target: Date?) throws -> BackupFolder.Base {
    let bases = folder.bases()
    guard let first = bases.first else { throw Failure("\(from) holds no copy") }
    guard let target else { return bases.last ?? first }
    guard let base = bases.last(where: { $0.completedAt <= target }) else {
      throw Failure(
        "the oldest copy, \(first.name), is later than that; nothing older can be restored")
    }
    return base
  }

  private func settings(_ folder: BackupFolder, _ target: Date?) -> String {
    var lines = [
      "# Written by gatehouse restore.", "archive_mode = off",
      "restore_command = 'cp \"\(folder.wal)/%f\" \"%p\"'", "recovery_target_timeline = 'latest'",
    ]
    if let target {
      // Names of zones are not known yet when PostgreSQL reads this.
      let text = target.formatted(.iso8601.dateTimeSeparator(.space)).dropLast() + "+00"
      lines += ["recovery_target_time = '\(text)'", "recovery_target_action = 'promote'"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func write(_ settings: String) throws {
    let file = "\(data)/postgresql.auto.conf"
    let before = String(decoding: try TextFile.read(file), as: UTF8.self)
    try TextFile.write(before + settings, to: file, mode: 0o600)
    try TextFile.write("", to: "\(data)/recovery.signal", mode: 0o600)
  }
}
