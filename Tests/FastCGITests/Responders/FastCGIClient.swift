import Foundation

/// One request to a responder over its Unix socket, spoken record by record as nginx does
/// (FastCGI 1.0), but with every chance to speak badly.
final class FastCGIClient {
  private let descriptor: Int32

  init(path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0, UnixSocket.connect(descriptor, to: path) else {
      throw UnixSocket.Failure()
    }
    var timeout = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
  }

  /// Begins a request to a responder.
  ///
  /// - Parameter keepsConnection: Asks it to leave the connection open at the end.
  func begin(keepsConnection: Bool = false) {
    send(type: 1, [0, 1, keepsConnection ? 1 : 0, 0, 0, 0, 0, 0])
  }

  /// Sends all parameters.
  func send(parameters: [String: [UInt8]]) {
    var content: [UInt8] = []
    for (name, value) in parameters {
      content += length(name.utf8.count) + length(value.count) + Array(name.utf8) + value
    }
    send(type: 4, content)
    send(type: 4, [])
  }

  /// Sends a piece of the body, in records of 65,535 bytes at most; an empty one ends it.
  func send(body: [UInt8]) {
    for start in stride(from: 0, to: body.count, by: 65_535) {
      send(type: 5, Array(body[start..<min(body.count, start + 65_535)]))
    }
    if body.isEmpty { send(type: 5, []) }
  }

  /// Waits until the responder has taken all that was sent.
  func waitUntilRead() {
    var unread: Int32 = 1
    while ioctl(descriptor, UInt(TIOCOUTQ), &unread) == 0, unread > 0 { usleep(1000) }
  }

  /// Stops sending, as a client that has gone half-way.
  func stopSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// All that the responder wrote until it closed the connection. Then this end closes too, unless it
  /// `staysOpen`: a responder that waited for that would wait for two seconds.
  func answer(staysOpen: Bool = false) -> FastCGIAnswer {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    if !staysOpen { shutdown(descriptor, Int32(SHUT_RDWR)) }
    return FastCGIAnswer(records: bytes)
  }

  private func length(_ count: Int) -> [UInt8] {
    if count < 128 { return [UInt8(count)] }
    return [24, 16, 8, 0].enumerated().map { index, shift in
      UInt8(count >> shift & 0xFF) | (index == 0 ? 0x80 : 0)
    }
  }

  private func send(type: UInt8, _ content: [UInt8]) {
    let header: [UInt8] = [
      1, type, 0, 1, UInt8(content.count >> 8), UInt8(content.count & 0xFF), 0, 0,
    ]
    send(raw: header + content)
  }

  /// Sends bytes that may be no record.
  func send(raw bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}
