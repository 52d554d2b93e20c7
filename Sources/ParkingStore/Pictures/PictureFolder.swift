internal import Glibc

/// The directory of picture files that all workers share, `ab/abcdef….jpg` by SHA-256.
///
/// A missing file costs a picture, never an answer: nothing here throws.
struct PictureFolder {
  let path: String

  /// Writes a picture unless it is there; whole or not at all, through a temporary file.
  ///
  /// - Returns: Whether the file is there now.
  func keep(_ picture: PictureFile) -> Bool {
    let name = picture.digest.hex
    let folder = "\(path)/\(name.prefix(2))"
    let file = "\(folder)/\(name).\(picture.format.fileExtension)"
    if access(file, F_OK) == 0 { return true }
    mkdir(folder, 0o750)
    let temporary = "\(folder)/.\(name).\(getpid())"
    guard write(picture.bytes, to: temporary), rename(temporary, file) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// Removes a picture's file; whether it is gone now.
  func remove(_ digest: [UInt8], _ format: PictureFile.Format) -> Bool {
    let name = digest.hex
    let file = "\(path)/\(name.prefix(2))/\(name).\(format.fileExtension)"
    return unlink(file) == 0 || errno == ENOENT
  }

  private func write(_ bytes: [UInt8], to file: String) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }
}
