public import Parking

/// Why a signed request of a partner has no effect.
public enum PartnerRefusal: Error, Sendable, Equatable {
  /// Its time is too far from the database's.
  case time(now: Instant)
  /// Its nonce was taken before.
  case replay
  /// The partner's rate is used up.
  case tooMany
  /// The park is not the partner's, or there is none: both look the same.
  case parkNotAllowed
}
