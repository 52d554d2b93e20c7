internal import HTTP

/// One request and its answer on a connection, over and over.
struct Exchange: ~Copyable {
  let connection: Connection
  let bodyLimit: Int

  init(connection: consuming Connection, bodyLimit: Int) {
    self.connection = connection
    self.bodyLimit = bodyLimit
  }

  /// Answers the request that was accepted; says whether the answer was sent.
  func answer(
    refuse: (Refusal, Request) -> Response, handler: (Request) -> Response
  ) -> (request: Request, isSent: Bool) {
    var head = RequestHead()
    connection.forEachParameter { head.add($0) }
    var request = head.request
    let response: Response
    if let refusal = readBody(of: &request, head) {
      response = refuse(refusal, request)
    } else {
      response = handler(request)
    }
    connection.drain()
    let isHead = request.method == .head
    let isWritten =
      write(response, withBody: !isHead)
      ?? write(refuse(.unsafeHeader, request), withBody: !isHead)
      ?? connection.write(Array("Status: 500\r\nContent-Length: 0\r\n\r\n".utf8))
    return (request, connection.finish() && isWritten)
  }

  private func readBody(of request: inout Request, _ head: RequestHead) -> Refusal? {
    if let name = head.invalidParameter { return .invalidUTF8(parameter: name) }
    guard let length = head.contentLength else { return .incompleteBody }
    guard length <= bodyLimit else { return .tooLarge(limit: bodyLimit) }
    guard let body = connection.body(length: length) else { return .incompleteBody }
    request.body = body
    return nil
  }

  /// Writes an answer; nil, and nothing written, if it is not safe to write.
  private func write(_ response: Response, withBody: Bool) -> Bool? {
    guard let head = ResponseHead(response) else { return nil }
    guard connection.write(head.bytes) else { return false }
    return withBody && head.allowsBody ? connection.write(response.body) : true
  }
}
