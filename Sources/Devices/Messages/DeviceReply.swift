public import HTTP

/// The body of the answer to a device, as its vendor wants it; the status is always 200.
public struct DeviceReply: Equatable, Sendable {
  /// The media type.
  public var contentType: String
  /// The bytes.
  public var body: [UInt8]

  /// A reply.
  public init(contentType: String, body: [UInt8]) {
    self.contentType = contentType
    self.body = body
  }

  /// A JSON object.
  public init(json write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.object(write)
    self.init(contentType: "application/json; charset=utf-8", body: writer.bytes)
  }
}
