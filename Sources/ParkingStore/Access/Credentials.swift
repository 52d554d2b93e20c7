/// What a request brings to be let in by; secrets in clear, never logged.
public struct Credentials: Sendable {
  /// The address that nginx saw.
  public let address: String
  /// The token of the session cookie.
  public let session: String?
  /// The bearer token of a terminal.
  public let bearer: String?
  /// The SHA-256 of the client's certificate, which nginx found good.
  public let certificate: [UInt8]?

  /// Made of its parts.
  public init(
    address: String, session: String?, bearer: String?, certificate: [UInt8]? = nil
  ) {
    self.address = address
    self.session = session
    self.bearer = bearer
    self.certificate = certificate
  }
}
