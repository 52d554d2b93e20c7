/// An opening that a camera takes away with a poll or a heartbeat.
public struct OpeningCommand: Sendable, Equatable {
  /// The number of the opening.
  public let commandID: Int64
  /// What the lane's display says.
  public let display: String
}
