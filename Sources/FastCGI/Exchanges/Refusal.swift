/// Why a request was not given to the handler, or its answer not sent.
public enum Refusal: Sendable, Equatable {
  /// The body is longer than this many bytes. It was not kept. The answer is 413.
  case tooLarge(limit: Int)
  /// A FastCGI parameter, such as a header, is not UTF-8. The answer is 400.
  case invalidUTF8(parameter: String)
  /// Content-Length is no number, or the body has another length: the client or a signal cut it.
  /// The answer is 400.
  case incompleteBody
  /// The handler's answer has a header with CR, LF or NUL, with which a client could write headers
  /// of its own, or a name or status that is none. The answer is 500.
  case unsafeHeader
}
