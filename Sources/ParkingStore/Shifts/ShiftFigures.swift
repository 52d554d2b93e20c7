public import Parking

/// The current shift at a booth (`duty/current`).
public struct ShiftFigures: Sendable, Equatable {
  /// The attendant's name, or the booth's.
  public let operatorName: String
  /// Seconds since its first act.
  public let seconds: Int64
  /// Exits with nothing due.
  public let free: Int
  /// Manual releases and typed entries.
  public let manual: Int
  /// Coupons used.
  public let coupons: Int
  /// Money taken.
  public let total: Money
}
