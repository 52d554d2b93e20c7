public import Parking

/// A device's event as it was kept.
public struct RecordedEvent: Sendable, Equatable {
  /// Its number, in the order in which events came.
  public var eventID: Int64
  /// The device's id, unique in its park.
  public var deviceID: String
  /// The format it came in.
  public var vendor: String
  /// When it came.
  public var receivedAt: Instant
  /// `capture`, or the name of a notice.
  public var kind: String
  /// The read that it was taken for.
  public var captureID: Int64?
  /// The read was known already.
  public var isRepeat: Bool
  /// The plate as it was read; nil when it is no read.
  public var plate: String?
  /// What the device said that it is.
  public var contentType: String
  /// The bytes without pictures and passwords.
  public var body: [UInt8]

  /// Made of its parts.
  public init(
    eventID: Int64, deviceID: String, vendor: String, receivedAt: Instant, kind: String,
    captureID: Int64?, isRepeat: Bool, plate: String?, contentType: String, body: [UInt8]
  ) {
    self.eventID = eventID
    self.deviceID = deviceID
    self.vendor = vendor
    self.receivedAt = receivedAt
    self.kind = kind
    self.captureID = captureID
    self.isRepeat = isRepeat
    self.plate = plate
    self.contentType = contentType
    self.body = body
  }
}
