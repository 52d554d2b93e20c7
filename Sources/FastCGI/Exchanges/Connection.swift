internal import CFastCGI
internal import Glibc

/// libfcgi's request: one connection at a time, used again for the next.
///
/// The C library keeps pointers into it, so it lives at one allocated address and cannot be copied.
/// What `parameters` and the streams give dies at `finish`.
struct Connection: ~Copyable {
  private let request: UnsafeMutablePointer<FCGX_Request>

  /// A request on that listening socket. `FCGX_Init` must have been called.
  init(listener: Listener) throws(SystemError) {
    request = .allocate(capacity: 1)
    request.initialize(to: FCGX_Request())
    let result = FCGX_InitRequest(request, listener.descriptor, FCGI_FAIL_ACCEPT_ON_INTR)
    guard result == 0 else {
      request.deallocate()
      throw SystemError(call: "FCGX_InitRequest", code: EINVAL)
    }
  }

  deinit {
    FCGX_Free(request, 1)
    request.deallocate()
  }

  /// Accepts the next connection and reads its parameters. 0, or a negative `errno`: -EAGAIN says
  /// that another worker was faster.
  func accept() -> Int32 {
    FCGX_Accept_r(request)
  }

  /// Sends what is buffered and closes the connection; false if the answer did not get out.
  func finish() -> Bool {
    // The last stream to be closed sends the end of the request together with its bytes.
    FCGX_FClose(request.pointee.err)
    FCGX_FClose(request.pointee.out)
    let isSent = FCGX_GetError(request.pointee.out) == 0
    // libfcgi lets nginx close first, because what nobody read would reset the connection. When all
    // is read nobody has to be waited for: three system calls and a change of process less.
    if hasReadAll { FCGX_Detach(request) }
    // A connection is one request, whatever the server would like: to read the next one from a kept
    // connection would wait for it deaf to signals, with the other workers' clients in the queue.
    request.pointee.keepConnection = 0
    FCGX_Finish_r(request)
    return isSent
  }

  /// Hands each FastCGI parameter, as `NAME=value` bytes, to `body`.
  func forEachParameter(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard var next = request.pointee.envp else { return }
    while let parameter = next.pointee {
      let length = strlen(parameter)
      parameter.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
        body(UnsafeBufferPointer(start: bytes, count: length))
      }
      next += 1
    }
  }

  /// Reads a body that is `length` bytes long; nil if it is shorter, longer or cannot be read.
  func body(length: Int) -> [UInt8]? {
    let body = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      while count < length {
        let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[count..<length])
        let read = read(into: rest)
        if read <= 0 { return }
        count += read
      }
    }
    return body.count == length && drain() == 0 && !hasReadError ? body : nil
  }

  /// Reads and forgets what is left of the body, and returns how many bytes that were. A connection
  /// that is closed before would be reset, and the answer with it.
  @discardableResult func drain() -> Int {
    // As much as Swift takes from the stack and not from the heap.
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      var total = 0
      while true {
        let read = read(into: buffer)
        if read <= 0 { return total }
        total += read
      }
    }
  }

  /// Writes bytes of the answer; false if they cannot be written.
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Int(Int32.max)))
        let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard FCGX_PutStr(start, Int32(piece.count), request.pointee.out) == piece.count else {
          return false
        }
        rest = rest.dropFirst(piece.count)
      }
      return true
    }
  }

  private var hasReadAll: Bool { FCGX_HasSeenEOF(request.pointee.in) == EOF && !hasReadError }

  private var hasReadError: Bool { FCGX_GetError(request.pointee.in) != 0 }

  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    let count = min(buffer.count, Int(Int32.max))
    return Int(FCGX_GetStr(start, Int32(count), request.pointee.in))
  }
}
