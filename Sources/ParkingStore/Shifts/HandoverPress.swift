public import Parking

/// `duty/handover`: an attendant ends a shift with the cash counted.
public struct HandoverPress: Sendable, Equatable {
  /// The longest remark, in characters.
  public static let longestNote = 200

  /// The shift that it ends.
  public let shiftID: Int64
  /// The cash as counted.
  public let counted: Money
  /// A remark, or nothing.
  public let note: String

  /// Made of its parts.
  public init(shiftID: Int64, counted: Money, note: String) {
    self.shiftID = shiftID
    self.counted = counted
    self.note = note
  }
}
