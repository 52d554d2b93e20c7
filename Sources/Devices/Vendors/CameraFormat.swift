/// A vendor's format: pure functions from bytes to a message, and from a decision to bytes.
public protocol CameraFormat {
  /// Reads a request's body.
  ///
  /// A field that is missing, unknown or of another type never loses an event; what is thrown means
  /// that nothing at all could be made out.
  ///
  /// - Parameters:
  ///   - body: The whole body.
  ///   - contentType: What the device said that it is; devices are often wrong.
  ///   - utcOffset: Seconds east of UTC of the park's wall clock, for times without a zone.
  static func message(
    body: [UInt8], contentType: String?, utcOffset: Int
  ) throws(DeviceError) -> DeviceMessage

  /// The reply to a capture. It opens only for a live one that did not turn back, whatever the
  /// decision says.
  static func reply(to capture: Capture, _ decision: DeviceDecision) -> DeviceReply

  /// The reply to a heartbeat or a poll, at once. Where the format can carry an opening, it does.
  static func reply(toHeartbeat command: DeviceCommand?) -> DeviceReply

  /// The reply to everything else.
  static func replyToNotice() -> DeviceReply

  /// Whether the reply to a capture can open the barrier.
  static var opensOnReply: Bool { get }

  /// Whether the reply to a heartbeat can open the barrier.
  static var opensOnHeartbeat: Bool { get }
}

extension CameraFormat {
  /// The reply to a capture whose event id is known already: the stored one, byte for byte.
  ///
  /// A replay gets one that stays shut instead. A camera that never received the stored reply sends
  /// the same event again as a replay, perhaps hours later, and it may open nothing by then.
  public static func reply(repeating stored: DeviceReply, to capture: Capture) -> DeviceReply {
    capture.isReplay ? reply(to: capture, .shut) : stored
  }
}

extension Capture {
  /// A live read of a vehicle that did not turn back: its reply may open.
  public var mayOpen: Bool {
    !isReplay && !isTurnedBack
  }
}

extension DeviceVendor {
  /// The camera format of that name; nil for our own, which answers in the envelope.
  public var camera: (any CameraFormat.Type)? {
    switch self {
    case .vzenith: Vzenith.self
    case .huaxia: Huaxia.self
    case .hikvision: Hikvision.self
    case .dahua: Dahua.self
    case .generic: nil
    }
  }
}
