/// What a camera is told about a read.
public struct GateReply: Sendable, Equatable {
  /// The barrier opens.
  public let opens: Bool
  /// The stay's number.
  public let stayID: Int64?
  /// How it is charged.
  public let category: Category
  /// For the lane's display, in Chinese.
  public let display: String
  /// What the driver is asked to pay, more than 0; nil when nothing is asked.
  public let due: Money?

  /// Made of its parts.
  public init(
    opens: Bool, stayID: Int64?, category: Category, display: String, due: Money? = nil
  ) {
    self.opens = opens
    self.stayID = stayID
    self.category = category
    self.display = display
    self.due = due
  }
}
