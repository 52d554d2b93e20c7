import Foundation

/// Reading and writing files, with errors that name the file.
enum TextFile {
  /// The bytes of a file; `-` is standard input.
  static func read(_ path: String) throws -> [UInt8] {
    do {
      if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure("\(path) cannot be read: \(reason(error))")
    }
  }

  /// Replaces a file as a whole: whoever reads it finds the old text or the new, never a part.
  ///
  /// - Parameter mode: who may read it.
  static func replace(_ path: String, with text: String, mode: mode_t) throws {
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw Failure("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
      try file.close()
    } catch {
      unlink(temporary)
      throw Failure("\(path) cannot be written: \(reason(error))")
    }
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw Failure("\(path) cannot be written: \(reason)")
    }
  }

  /// Writes to a file, or to standard output without one.
  static func write(_ text: String, to path: String?, mode: mode_t) throws {
    if let path, path != "-" {
      try replace(path, with: text, mode: mode)
    } else {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
  }

  private static func reason(_ error: any Error) -> String {
    (error as NSError).userInfo[NSUnderlyingErrorKey].map { underlying in
      let code = (underlying as? NSError)?.code ?? 0
      return String(cString: strerror(Int32(truncatingIfNeeded: code)))
    } ?? error.localizedDescription
  }
}
