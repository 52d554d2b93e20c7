/// What a device sent, as it is kept: without pictures and passwords.
public struct RawEvent: Sendable {
  /// What it was taken for: `capture`, or the name of a notice.
  public var kind: String
  /// The format it came in, such as `vzenith`.
  public var vendor: String
  /// What the device said that it is.
  public var contentType: String
  /// How large it was as it came, in bytes.
  public var size: Int
  /// The bytes.
  public var body: [UInt8]
  /// Which input changed, for one: 0 to 3 are inputs 1 to 4, 4 is TCP.
  public var source: Int?
  /// What it changed to.
  public var value: Int?

  /// Made of its parts.
  public init(
    kind: String, vendor: String, contentType: String, size: Int, body: [UInt8],
    source: Int? = nil, value: Int? = nil
  ) {
    self.kind = kind
    self.vendor = vendor
    self.contentType = contentType
    self.size = size
    self.body = body
    self.source = source
    self.value = value
  }
}
