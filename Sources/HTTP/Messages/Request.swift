/// A request as the worker sees it: plain values, copied out of the transport.
public struct Request: Sendable {
  /// What the client asks to be done. Names are case-sensitive (RFC 9110, 9.1).
  public var method: Method
  /// The path of the URL without the query, as the client sent it: percent escapes are kept.
  public var path: String
  /// The bytes after the question mark, undecoded.
  public var query: [UInt8]
  /// The media type of the body; nil if the client named none.
  public var contentType: String?
  /// The whole body.
  public var body: [UInt8]
  /// Other headers by lower-case name, `authorization` or `if-none-match`; an empty one is absent.
  public var headers: Headers
  /// The client's address, as nginx saw it.
  public var remoteAddress: String
  /// `http` or `https`.
  public var scheme: String
  /// The host as the client wrote it, with the port if there was one.
  public var host: String
  /// The `park_sn` that nginx derives from the host: trusted. nil where the host names no park.
  public var park: String?
  /// The certificate that the client showed, if nginx found it good: trusted. DER.
  public var clientCertificate: [UInt8]?
  /// nginx's id of this request, the same on every log line.
  public var requestID: String

  /// A request, with defaults that suit a test.
  public init(
    method: Method = .get, path: String = "/", query: [UInt8] = [], contentType: String? = nil,
    body: [UInt8] = [], headers: Headers = [:], remoteAddress: String = "127.0.0.1",
    scheme: String = "http", host: String = "localhost", park: String? = nil,
    requestID: String = ""
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.contentType = contentType
    self.body = body
    self.headers = headers
    self.remoteAddress = remoteAddress
    self.scheme = scheme
    self.host = host
    self.park = park
    self.requestID = requestID
  }
}
