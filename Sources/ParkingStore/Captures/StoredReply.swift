/// A reply to a camera as it is kept and sent, byte for byte.
public struct StoredReply: Sendable, Equatable {
  /// The bytes.
  public let body: [UInt8]
  /// The media type.
  public let contentType: String

  /// Made of its parts.
  public init(body: [UInt8], contentType: String) {
    self.body = body
    self.contentType = contentType
  }
}
