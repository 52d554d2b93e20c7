/// How the camera of one vendor speaks. Written from the vendors' formats and not from what
/// Gatehouse reads, so that each can be held against the other.
protocol VendorCamera {
  /// The `{vendor}` of its address.
  static var name: String { get }
  /// How often it sends an unanswered event again before it stores it; nil: for ever.
  static var resends: Int? { get }
  /// Whether it stores events while the network is away, and sends the next stored one only when
  /// the server asks for it.
  static var waitsForContinuation: Bool { get }

  init(_ identity: CameraIdentity)

  /// A read.
  func request(_ event: CameraEvent) -> CameraRequest
  /// A sign of life, whose answer may open the barrier.
  func heartbeat() -> CameraRequest
  /// What it makes of the answer to either.
  func reply(status: Int, body: [UInt8]) -> CameraReply
}
