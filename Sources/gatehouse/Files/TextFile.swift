import Foundation

/// Reading and writing files, with errors that name the file and say what is wrong.
enum TextFile {
  /// The bytes of a file; `-` is standard input.
  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("\(path) cannot be read") }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("\(path) cannot be read") }
      bytes += buffer[..<count]
    }
  }

  /// Writes to a file, or to standard output without one.
  ///
  /// A file is replaced as a whole: whoever reads it finds the old text or the new, never a part.
  ///
  /// - Parameter mode: who may read a file.
  static func write(_ text: String, to path: String?, mode: mode_t) throws {
    guard let path, path != "-" else {
      return try write(Array(text.utf8), to: STDOUT_FILENO, "standard output")
    }
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure("\(path) cannot be written") }
    do {
      defer { close(descriptor) }
      try write(Array(text.utf8), to: descriptor, path)
      guard fsync(descriptor) == 0 else { throw failure("\(path) cannot be written") }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = failure("\(path) cannot be written")
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ name: String) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("\(name) cannot be written") }
      written += count
    }
  }

  /// What the system says about its last error.
  private static func failure(_ what: String) -> Failure {
    Failure("\(what): \(String(cString: strerror(errno)))")
  }
}
