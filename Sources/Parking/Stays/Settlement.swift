/// A stay at an exit booth with its fee fixed (rule 6).
public struct Settlement: Sendable, Equatable {
  /// The booth's id, unique in its park.
  public let boothID: String
  /// The arrival's number.
  public var arrivalID: Int64
  /// The fee is fixed until then.
  public let until: Instant
  /// The instant for which it was priced.
  public let leaveTime: Instant
  /// What it costs, or why nobody can say.
  public var fee: Fee

  /// Made of its parts.
  public init(
    boothID: String, arrivalID: Int64, until: Instant, leaveTime: Instant, fee: Fee
  ) {
    self.boothID = boothID
    self.arrivalID = arrivalID
    self.until = until
    self.leaveTime = leaveTime
    self.fee = fee
  }
}
