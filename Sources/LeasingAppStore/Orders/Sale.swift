public import Parking

/// One window that was sold, and for how much.
public struct Sale: Sendable, Equatable {
  /// Which window.
  public let window: LeaseWindow
  /// What the driver pays, or paid when it was sold before.
  public let price: Money
  /// Whether it is new; the same window of the same plate is sold once.
  public let isNew: Bool
}
