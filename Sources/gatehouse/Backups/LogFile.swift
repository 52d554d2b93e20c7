import Foundation

/// A file of PostgreSQL's log of changes on its way to the backup.
struct LogFile {
  let source: String
  let target: String

  /// Copies it, whole and durable, or not at all. One that is there already must be the same:
  /// PostgreSQL asks again when it did not hear that it was done.
  func archive() throws {
    let bytes = try TextFile.read(source)
    if FileManager.default.fileExists(atPath: target) {
      guard try TextFile.read(target) == bytes else {
        throw Failure("\(target) is there and is another; two clusters must not share a backup")
      }
      return
    }
    let part = "\(target).part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(part) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(part) }
      written += count
    }
    guard fsync(descriptor) == 0, rename(part, target) == 0 else { throw failure(target) }
    let folder = open((target as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { throw failure(target) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw failure(target) }
  }

  private func failure(_ path: String) -> Failure {
    Failure("\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
