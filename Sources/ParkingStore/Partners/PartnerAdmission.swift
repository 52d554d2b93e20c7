public import Parking

/// A partner's request that was let in, with what its effect depends on.
public struct PartnerAdmission: Sendable {
  /// The database's clock.
  public let now: Instant
  /// The park that the request names; nil if it is none of the partner's.
  public let park: LeasePark?
}
