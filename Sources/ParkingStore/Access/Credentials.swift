/// What a request brings to be let in by; secrets in clear, never logged.
public struct Credentials: Sendable {
  /// The address that nginx saw.
  public let address: String
  /// The token of the session cookie.
  public let session: String?
  /// The bearer token of a terminal.
  public let bearer: String?

  /// Made of its parts.
  public init(address: String, session: String?, bearer: String?) {
    self.address = address
    self.session = session
    self.bearer = bearer
  }
}
