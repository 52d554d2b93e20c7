public import Parking

/// A line of an entry booth's list.
public struct EntryRecord: Sendable, Equatable {
  public let arrivalID: Int64
  public let license: String
  public let enterTime: Instant
  public let category: Category
  /// It waits for the attendant.
  public let isWaiting: Bool
  /// The attendant has to type a plate.
  public let needsRegistration: Bool
  public let barrier: BarrierState
}
