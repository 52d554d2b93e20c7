import Glibc
import Synchronization

/// The network between two systems: a port of loopback that leads to another, and can be cut.
final class Link: Sendable {
  /// Where it begins.
  let port: UInt16
  private let listener: Int32
  private let target: UInt16
  private let state = Mutex(State())

  private struct State {
    var isCut = false
    var sockets: Set<Int32> = []
  }

  /// A link to a port, which is whole at first.
  init(to target: UInt16) throws {
    self.target = target
    let descriptor = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = Self.loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard bound else { throw Overdue(description: "no port for a link") }
    listener = descriptor
    port = UInt16(bigEndian: address.sin_port)
    _ = Crew.begin(1) { [self] _ in accept() }
  }

  /// Ends all connections, and takes no other.
  func cut() {
    state.withLock { state in
      state.isCut = true
      for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    }
  }

  /// Takes connections again.
  func mend() { state.withLock { $0.isCut = false } }

  private func accept() {
    while true {
      let near = Glibc.accept(listener, nil, nil)
      guard near >= 0 else { return }
      let far = connected()
      let isTaken = state.withLock { state in
        guard !state.isCut, far >= 0 else { return false }
        state.sockets.formUnion([near, far])
        return true
      }
      guard isTaken else {
        close(near)
        if far >= 0 { close(far) }
        continue
      }
      _ = Crew.begin(1) { [self] _ in pump(near, far) }
    }
  }

  /// Carries bytes both ways until either side ends.
  private func pump(_ near: Int32, _ far: Int32) {
    var ends = [
      pollfd(fd: near, events: Int16(POLLIN), revents: 0),
      pollfd(fd: far, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&ends, 2, -1) >= 0 {
      if ends[0].revents != 0, !Self.carry(near, to: far) { break }
      if ends[1].revents != 0, !Self.carry(far, to: near) { break }
    }
    state.withLock {
      _ = $0.sockets.remove(near); _ = $0.sockets.remove(far)
    }
    close(near)
    close(far)
  }

  private static func carry(_ from: Int32, to: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = recv(from, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    var sent = 0
    while sent < count {
      let written = buffer[sent..<count].withUnsafeBytes {
        send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard written > 0 else { return false }
      sent += written
    }
    return true
  }

  private func connected() -> Int32 {
    let far = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    let address = Self.loopback(target)
    let result = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(far, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(far)
      return -1
    }
    return far
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    return address
  }
}
