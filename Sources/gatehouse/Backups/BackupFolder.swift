import Foundation

/// A directory with backups: `base/` holds copies of the whole cluster, each named by the instant
/// (UTC) at which it was complete, `wal/` the log of changes since, `pictures/` the pictures.
struct BackupFolder {
  /// A copy of the cluster.
  struct Base {
    let name: String
    /// When it was complete: nothing earlier can be restored from it.
    let completedAt: Date
  }

  /// A name such as 20261122T105501Z.
  private static let names = Date.ISO8601FormatStyle(
    dateSeparator: .omitted, timeSeparator: .omitted)

  let path: String

  var wal: String { "\(path)/wal" }
  var pictures: String { "\(path)/pictures" }

  /// The copies that are complete, oldest first.
  func bases() -> [Base] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/base")) ?? []
    return names.sorted().compactMap { name in
      (try? Self.names.parse(name)).map { Base(name: name, completedAt: $0) }
    }
  }

  func directory(of base: Base) -> String { "\(path)/base/\(base.name)" }

  /// Where a copy grows until it is complete.
  func unfinished() throws -> String {
    try make("base")
    let part = "\(path)/base/unfinished"
    try? FileManager.default.removeItem(atPath: part)
    return part
  }

  /// Gives a copy its name.
  func finish(_ part: String) throws -> Base {
    let now = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.up))
    let base = Base(name: now.formatted(Self.names), completedAt: now)
    guard rename(part, directory(of: base)) == 0 else {
      throw Failure("\(directory(of: base)) cannot be made: \(String(cString: strerror(errno)))")
    }
    return base
  }

  /// Deletes all but the newest copies, and the log that none of those needs.
  ///
  /// - Returns: how many were deleted.
  func prune(keeping count: Int) throws -> Int {
    let all = bases()
    let old = all.dropLast(count)
    for base in old { try FileManager.default.removeItem(atPath: directory(of: base)) }
    if let oldest = all.suffix(count).first, FileManager.default.fileExists(atPath: wal) {
      try PostgreSQLProgram("pg_archivecleanup").run([wal, try firstLog(of: oldest)])
    }
    return old.count
  }

  /// Makes a directory of this one that only its owner may enter.
  func make(_ name: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure("\(path)/\(name) cannot be made; may this user write there?")
    }
  }

  /// The log file with which recovery from a copy begins: `START WAL LOCATION: 0/… (file …)`.
  private func firstLog(of base: Base) throws -> String {
    let file = "\(directory(of: base))/backup_label"
    let label = String(decoding: try TextFile.read(file), as: UTF8.self)
    guard let name = label.firstMatch(of: /\(file ([0-9A-F]{24})\)/)?.output.1 else {
      throw Failure("\(file) names no log file; the copy is damaged, take another")
    }
    return String(name)
  }
}
