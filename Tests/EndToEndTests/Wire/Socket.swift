import Glibc

/// A TCP connection to this machine, closed with its last reference.
///
/// Not URLSession: a test has to choose its source address, hang up, and send 64 requests before it
/// reads the first answer.
final class Socket {
  /// The connection failed, or nothing came in time.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ doing: String) {
      description = "\(doing): \(String(cString: strerror(errno)))"
    }
  }

  private let descriptor: Int32

  /// Connects.
  ///
  /// - Parameter patience: Seconds to wait for each piece of an answer.
  init(port: UInt16, source: String, patience: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Failure("socket") }
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    if source != "127.0.0.1" { try attach(bind, to: source, port: 0, "bind") }
    try attach(connect, to: "127.0.0.1", port: port, "connect")
  }

  deinit { close(descriptor) }

  /// Sends all of it.
  func write(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure("send") }
      sent += count
    }
  }

  /// What comes until the other side closes.
  func readAll() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure("receive") }
      bytes += buffer[..<count]
    }
  }

  /// Tells the other side that nobody listens any more.
  func hangUp() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func attach(
    _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, to host: String, port: UInt16,
    _ doing: String
  ) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure(doing) }
  }
}
