/// Through nginx, a connection for each request.
struct WireTransport: Transport {
  let port: UInt16

  func send(_ call: Call) throws -> Reply {
    try begin(call).reply()
  }

  /// Sends a request and does not wait for its answer.
  func begin(_ call: Call) throws -> PendingReply {
    let socket = try Socket(port: port, source: call.source, patience: call.patience)
    try socket.write(bytes(of: call))
    return PendingReply(socket: socket)
  }

  private func bytes(of call: Call) -> [UInt8] {
    var head = "\(call.method) \(call.target) HTTP/1.0\r\nHost: \(call.host):\(port)\r\n"
    for header in call.headers { head += "\(header.name): \(header.value)\r\n" }
    if let body = call.body {
      head += "Content-Type: \(body.type)\r\nContent-Length: \(body.bytes.count)\r\n"
    } else if call.method == "POST" {
      head += "Content-Length: 0\r\n"
    }
    return Array("\(head)\r\n".utf8) + (call.body?.bytes ?? [])
  }
}

/// An answer that is still to come.
struct PendingReply {
  fileprivate let socket: Socket

  /// Waits for it.
  func reply() throws -> Reply { try Reply(try socket.readAll()) }

  /// Hangs up.
  func abandon() { socket.hangUp() }
}
