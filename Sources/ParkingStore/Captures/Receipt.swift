/// What became of a camera's event.
public struct Receipt: Sendable, Equatable {
  /// What the camera is told.
  public let reply: StoredReply
  /// The event was known already; the reply is the one that it got then.
  public let isRepeated: Bool
}
