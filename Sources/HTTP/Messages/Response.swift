/// An answer, before any transport has touched it.
public struct Response: Sendable {
  /// The HTTP status, 200 to 599.
  public var status: Int
  /// Headers in order, without Content-Length, which the transport adds. CR, LF and NUL are refused
  /// there.
  public var headers: [(name: String, value: String)]
  /// The whole body; the transport leaves it out of the answer to a HEAD.
  public var body: [UInt8]

  /// An answer.
  public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A JSON answer that no cache keeps.
  public static func json(status: Int = 200, _ body: [UInt8]) -> Response {
    Response(status: status, headers: jsonHeaders, body: body)
  }

  private static let jsonHeaders = [
    (name: "Content-Type", value: "application/json; charset=utf-8"),
    (name: "Cache-Control", value: "no-store"),
  ]

  /// A JSON answer that no cache keeps, written by `write`.
  public static func json<Failure: Error>(
    status: Int = 200, write: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) -> Response {
    var writer = JSONWriter()
    try write(&writer)
    return json(status: status, writer.bytes)
  }

  /// The value of the first header with that name, in any case; nil if there is none.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
