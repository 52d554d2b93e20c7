/// `enter/cancel` and `leave/cancel`: an attendant says that a vehicle turned back (rule 12).
public struct CancelPress: Sendable, Equatable {
  /// Names the arrival; nil is the newest at the booth's barrier.
  public let arrivalID: Int64?
  /// Why, in the attendant's words.
  public let reason: String

  /// Made of its parts.
  public init(arrivalID: Int64?, reason: String = "") {
    self.arrivalID = arrivalID
    self.reason = reason
  }
}
