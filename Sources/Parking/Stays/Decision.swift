/// What a read leads to: the camera's reply and what changes.
public struct Decision: Sendable, Equatable {
  /// What the camera is told.
  public let reply: GateReply
  /// The arrival's number.
  public let arrivalID: Int64?
  /// What changes, in order.
  public let actions: [Action]
}
