/// A reply to a camera as it is kept and sent, byte for byte.
public struct StoredReply: Sendable, Equatable {
  public let body: [UInt8]
  public let contentType: String

  public init(body: [UInt8], contentType: String) {
    self.body = body
    self.contentType = contentType
  }
}
