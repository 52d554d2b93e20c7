internal import HTTP

/// What a handler answers: the envelope's code, message and data, or a response of its own.
enum Answer {
  case data(any JSONEncodable)
  /// A refusal that has data all the same, such as a fee that cannot be computed.
  case refused(Refused, data: any JSONEncodable)
  case response(Response)

  /// Done, and nothing to say.
  static var done: Answer { .data(NoData()) }
}

/// `{}`
struct NoData: JSONEncodable {
  func encode(to writer: inout JSONWriter) { writer.object { _ in } }
}

extension Response {
  init(_ answer: Answer) {
    switch answer {
    case .data(let data): self = .envelope(.done, message: "", data: data)
    case .refused(let refused, let data):
      self = .envelope(refused.code, message: refused.message, data: data)
    case .response(let response): self = response
    }
  }

  init(_ refused: Refused) {
    self = .envelope(refused.code, message: refused.message, data: NoData())
    if refused.code == .methodNotAllowed {
      headers.append((name: "Allow", value: "GET, HEAD, POST"))
    }
  }

  private static func envelope(
    _ code: ResultCode, message: String, data: some JSONEncodable
  ) -> Response {
    .json(status: code.status) { writer in
      writer.object { writer in
        writer.member("code", code.rawValue)
        writer.member("data", data)
        writer.member("message", message)
      }
    }
  }
}
