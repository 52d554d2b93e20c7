public import Parking

/// A line of an entry booth's list.
public struct EntryRecord: Sendable, Equatable {
  /// The arrival's number.
  public let arrivalID: Int64
  /// The plate as the attendant sees it; empty when there is none.
  public let license: String
  /// When it entered; nil when nobody saw it.
  public let enterTime: Instant
  /// How it is charged.
  public let category: Category
  /// It waits for the attendant.
  public let isWaiting: Bool
  /// The attendant has to type a plate.
  public let needsRegistration: Bool
  /// What became of the last opening for it.
  public let barrier: BarrierState

  /// It stays as it is until somebody does something: nothing in it ends by itself.
  public var isAtRest: Bool { !isWaiting && barrier != .pending }
}
