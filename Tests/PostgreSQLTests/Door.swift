import Foundation

/// A way to a PostgreSQL server over a Unix socket that is closed at first.
final class Door: Sendable {
  /// The directory to give to libpq as host.
  let path: String
  private let server: String
  private let socketName: String

  init(directory: String, port: String) throws {
    let unique = UInt32.random(in: 0 ... .max)
    path = "\(NSTemporaryDirectory())/door-\(unique)"
    socketName = ".s.PGSQL.\(port)"
    server = "\(directory)/\(socketName)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Lets connections through to the server.
  func open() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(socketName)", withDestinationPath: server)
  }

  /// Takes connections and never answers.
  ///
  /// - Returns: the listening socket, for the caller to close.
  func openSilently() throws -> Int32 {
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { place in
      place.copyBytes(from: Array("\(path)/\(socketName)".utf8.prefix(place.count - 1)))
    }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0, listen(listener, 16) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return listener
  }
}
