public import Parking

/// One reading of a partner's orders for a park, as it went.
public struct ParkReading: Sendable {
  /// Who asked for it.
  public enum Cause: String, Sendable {
    case schedule, hand
  }

  /// Which park.
  public let park: ReadPark
  /// Who asked for it.
  public let cause: Cause
  /// What it found.
  public let orders: OrderReading
  /// How many pages were read.
  public let pages: Int
  /// Why it is not complete; nil when it is.
  public let fault: String?
  /// What could not be understood, a line each.
  public let unreadable: [String]

  /// Made of its parts.
  public init(
    park: ReadPark, cause: Cause, orders: OrderReading, pages: Int, fault: String?,
    unreadable: [String]
  ) {
    self.park = park
    self.cause = cause
    self.orders = orders
    self.pages = pages
    self.fault = fault
    self.unreadable = unreadable
  }
}
