public import Outbox
public import Parking

/// A park whose orders a partner is asked for.
public struct ReadPark: Sendable {
  /// Whose orders.
  public let partner: CalledPartner
  /// The partner's name.
  public let appID: String
  /// Which park.
  public let parkSN: String
  /// The zone of its clocks.
  public let timeZone: ParkTimeZone
}
