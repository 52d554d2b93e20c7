public import Parking

/// A line of an exit booth's list.
public struct ExitRecord: Sendable, Equatable {
  public let arrivalID: Int64
  public let license: String
  /// Nil when nobody saw it enter.
  public let enterTime: Instant?
  public let leaveTime: Instant
  public let payStatus: PayStatus
  public let category: Category
  public let barrier: BarrierState
}
