public import Parking

/// What a partner was told of a park's offer, or is still to be told.
public struct OfferPush: Sendable, Equatable {
  /// Where it stands.
  public enum State: String, Sendable {
    case waiting
    case delivered
    case superseded
    case gaveUp = "gave_up"
  }

  /// Its number.
  public let pushID: Int64
  /// The partner's id.
  public let appID: String
  /// What people call the partner.
  public let partner: String
  /// What `lease/park` says, as a JSON object.
  public let body: String
  /// Where it stands.
  public let state: State
  /// When the offer changed.
  public let createdAt: Instant
  /// When the partner took it, a newer one made it needless, or the relay gave up; nil while it
  /// waits.
  public let settledAt: Instant?
  /// How often it was tried.
  public let attempts: Int
  /// Why the last attempt failed; empty if none did.
  public let lastError: String
}
