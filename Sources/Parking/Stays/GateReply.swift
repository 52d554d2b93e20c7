/// What a camera is told about a read.
public struct GateReply: Sendable, Equatable {
  public let opens: Bool
  public let stayID: Int64?
  public let category: Category
  /// For the lane's display, in Chinese.
  public let display: String

  public init(opens: Bool, stayID: Int64?, category: Category, display: String) {
    self.opens = opens
    self.stayID = stayID
    self.category = category
    self.display = display
  }
}
