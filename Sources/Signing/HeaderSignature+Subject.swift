extension HeaderSignature {
  /// What scheme B signs: one request, as it is on the wire.
  public struct Subject: Sendable, Equatable {
    /// In upper case, such as `POST`.
    public var method: String
    /// As the client sent it: percent escapes are not decoded, `/` at the end stays.
    public var path: String
    /// The raw query without `?`; empty when there is none.
    public var query: String
    /// `X-App-Id`.
    public var appID: String
    /// `X-Key-Id`.
    public var keyID: String
    /// `X-Timestamp`: Unix seconds, as the text that was sent.
    public var timestamp: String
    /// `X-Nonce`.
    public var nonce: String
    /// The body's bytes.
    public var body: [UInt8]

    /// Made of its parts.
    public init(
      method: String, path: String, query: String = "", appID: String, keyID: String,
      timestamp: String, nonce: String, body: [UInt8]
    ) {
      self.method = method
      self.path = path
      self.query = query
      self.appID = appID
      self.keyID = keyID
      self.timestamp = timestamp
      self.nonce = nonce
      self.body = body
    }

    /// A part with a line break would read as two.
    var holdsLineBreak: Bool {
      [method, path, query, appID, keyID, timestamp, nonce].contains {
        $0.utf8.contains { $0 == 10 || $0 == 13 }
      }
    }
  }
}
