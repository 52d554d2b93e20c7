/// `leave/confirm`: the attendant says which open stay the vehicle at an exit belongs to.
public struct MatchPress: Sendable, Equatable {
  /// The chosen stay's number.
  public let stayID: Int64
  /// Names the vehicle at the barrier, if the terminal does.
  public let arrivalID: Int64?

  /// Made of its parts.
  public init(stayID: Int64, arrivalID: Int64?) {
    self.stayID = stayID
    self.arrivalID = arrivalID
  }

  /// What makes two presses the same.
  var text: String { "match \(stayID)" }
}
