/// What a read leads to: the camera's reply and what changes.
public struct Decision: Sendable, Equatable {
  public let reply: GateReply
  public let arrivalID: Int64?
  public let actions: [Action]
}
