internal import Glibc

/// A listening socket that something else made: spawn-fcgi, multiwatch or systemd.
///
/// `FCGX_OpenSocket` is not used: it removes an existing path and ends the process on an error.
public struct Listener: Sendable {
  /// The inherited descriptor.
  let descriptor: Int32

  /// Takes the descriptor, 0 by the convention of FastCGI.
  ///
  /// It becomes non-blocking, which it then is for every worker that shares it: when two wake up for
  /// one connection, the one that comes late must not hang in `accept` deaf to signals.
  ///
  /// Throws `SystemError` if it is no listening socket.
  public init(descriptor: Int32 = 0) throws(SystemError) {
    var isListening: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    _ = try SystemError.calling("getsockopt") {
      getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size)
    }
    guard isListening != 0 else { throw SystemError(call: "getsockopt", code: EINVAL) }
    let flags = try SystemError.calling("fcntl") { fcntl(descriptor, F_GETFL) }
    _ = try SystemError.calling("fcntl") { fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) }
    _ = try SystemError.calling("fcntl") { fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    self.descriptor = descriptor
  }
}
