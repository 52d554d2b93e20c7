import Foundation

/// Asks one server over plain HTTP, a connection for each request.
///
/// Ours, because URLSession cannot be linked statically and would obey proxy variables on the way
/// to this very machine. HTTP/1.0, so that no answer comes in chunks, unless the body goes in some.
struct HTTPClient {
  /// Why there is no answer.
  struct NoAnswer: Error, CustomStringConvertible {
    let description: String
  }

  /// The largest answer, in bytes.
  private static let maximumAnswer = 4 << 20

  private let address: String
  private let port: String
  /// What the Host header says: the server tells parks apart by it.
  var host: String
  /// The longest wait for a connection, and for each piece of an answer, in seconds.
  var timeout = 5
  /// Whether a body goes in chunks, without its length.
  var isChunked = false
  /// Over how many seconds a body is spread.
  var slowness = 0.0

  /// - Parameter url: `http://host[:port]`, nothing after it.
  init?(url: String) {
    guard url.hasPrefix("http://") else { return nil }
    var place = url.dropFirst(7)
    if place.hasSuffix("/") { place.removeLast() }
    guard !place.isEmpty, !place.contains("/"), !place.contains("@") else { return nil }
    let colon = place.hasSuffix("]") ? nil : place.lastIndex(of: ":")
    let name = colon.map { place[..<$0] } ?? place
    address = String(name.hasPrefix("[") ? name.dropFirst().dropLast() : name)
    port = colon.map { String(place[place.index(after: $0)...]) } ?? "80"
    host = String(name)
    guard UInt16(port) != nil, !address.isEmpty else { return nil }
  }

  /// Sends a request and reads the whole answer.
  ///
  /// - Parameters:
  ///   - path: path and query, encoded.
  ///   - content: a body with its media type; without it the method is GET.
  /// - Returns: status and body.
  func send(
    _ path: String, content: HTTPContent? = nil, bearer: String? = nil
  ) throws(NoAnswer) -> (status: Int, body: [UInt8]) {
    let version = isChunked ? "1.1" : "1.0"
    var head = "\(content == nil ? "GET" : "POST") \(path) HTTP/\(version)\r\n"
    head += "Host: \(host):\(port)\r\nConnection: close\r\n"
    if let bearer { head += "Authorization: Bearer \(bearer)\r\n" }
    if let content {
      let length =
        isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(content.bytes.count)"
      head += "Content-Type: \(content.type)\r\n\(length)\r\n"
    }
    let descriptor = try connect()
    defer { close(descriptor) }
    // A server that refuses the body may stop reading; then its answer says why.
    var failure: NoAnswer?
    do throws(NoAnswer) {
      try write(Array("\(head)\r\n".utf8), to: descriptor)
      try write(content?.bytes ?? [], inPiecesTo: descriptor)
    } catch {
      failure = error
    }
    let answer = try read(from: descriptor)
    if answer.isEmpty, let failure { throw failure }
    return try HTTPAnswer.parse(answer)
  }

  /// Sends a body as it is set to go: at once, slowly, in chunks.
  private func write(_ bytes: [UInt8], inPiecesTo descriptor: Int32) throws(NoAnswer) {
    let count = slowness > 0 || isChunked ? 16 : 1
    let size = max(1, (bytes.count + count - 1) / count)
    for start in stride(from: 0, to: bytes.count, by: size) {
      let piece = Array(bytes[start..<min(start + size, bytes.count)])
      if isChunked {
        try write(Array("\(String(piece.count, radix: 16))\r\n".utf8), to: descriptor)
      }
      try write(piece, to: descriptor)
      if isChunked { try write(Array("\r\n".utf8), to: descriptor) }
      if slowness > 0 { Thread.sleep(forTimeInterval: slowness / Double(count)) }
    }
    if isChunked, !bytes.isEmpty { try write(Array("0\r\n\r\n".utf8), to: descriptor) }
  }

  private func connect() throws(NoAnswer) -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(address, port, &hints, &list)
    guard code == 0 else {
      throw NoAnswer(description: "\(address): \(String(cString: gai_strerror(code)))")
    }
    defer { freeaddrinfo(list) }
    var next = list
    var reason = ""
    while let info = next?.pointee {
      let descriptor = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
      if descriptor >= 0 {
        limit(descriptor)
        if Foundation.connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 { return descriptor }
        reason = String(cString: strerror(errno))
        close(descriptor)
      }
      next = info.ai_next
    }
    throw NoAnswer(description: "no connection to \(address):\(port): \(reason)")
  }

  /// On Linux the limit for sending holds for connecting too.
  private func limit(_ descriptor: Int32) {
    var limit = timeval(tv_sec: timeout, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(NoAnswer) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      sent += count
    }
  }

  private func read(from descriptor: Int32) throws(NoAnswer) -> [UInt8] {
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while answer.count < Self.maximumAnswer {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 { return answer }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      answer += buffer[..<count]
    }
    throw NoAnswer(description: "the answer is too large")
  }

  private func failure() -> NoAnswer {
    let reason = errno == EAGAIN ? "no answer in time" : String(cString: strerror(errno))
    return NoAnswer(description: "\(address):\(port): \(reason)")
  }
}
