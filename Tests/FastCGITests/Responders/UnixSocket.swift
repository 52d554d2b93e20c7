import Foundation

/// The calls that a listening Unix socket and its clients need.
enum UnixSocket {
  struct Failure: Error {}

  /// A listening socket at that path.
  static func listen(at path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0, call(bind, descriptor, path), Foundation.listen(descriptor, 64) == 0
    else { throw Failure() }
    return descriptor
  }

  static func connect(_ descriptor: Int32, to path: String) -> Bool {
    call(Foundation.connect, descriptor, path)
  }

  private static func call(
    _ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ descriptor: Int32,
    _ path: String
  ) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }
}
