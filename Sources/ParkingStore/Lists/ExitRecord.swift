public import Parking

/// A line of an exit booth's list.
public struct ExitRecord: Sendable, Equatable {
  /// The arrival's number.
  public let arrivalID: Int64
  /// The plate as the attendant sees it; empty when there is none.
  public let license: String
  /// Nil when nobody saw it enter.
  public let enterTime: Instant?
  /// The instant it is charged to.
  public let leaveTime: Instant
  /// Whether it is paid for.
  public let payStatus: PayStatus
  /// How it is charged.
  public let category: Category
  /// What became of the last opening for it.
  public let barrier: BarrierState

  /// It stays as it is until somebody does something: nothing in it ends by itself.
  public var isAtRest: Bool { barrier != .pending }
}
