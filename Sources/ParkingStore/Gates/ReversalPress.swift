/// `payment/reverse`: a supervisor gives the money of a stay back (rule 9).
public struct ReversalPress: Sendable, Equatable {
  /// The stay's number.
  public let stayID: Int64
  /// Why, in the supervisor's words.
  public let reason: String

  /// Made of its parts.
  public init(stayID: Int64, reason: String) {
    self.stayID = stayID
    self.reason = reason
  }
}
