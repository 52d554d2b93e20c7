public import Parking

/// Why the leasing app refuses something; nothing is changed by it.
public enum AppRefusal: Error, Sendable, Equatable {
  /// A signed request's time is too far from the database's.
  case time(now: Instant)
  /// Its nonce was taken before.
  case replay
  /// No offer of that park is open.
  case unknownPark
  /// The offer does not cover the window.
  case notOffered(CivilDate)
  /// The day is over.
  case over(CivilDate)
  /// The public holidays of that year are not known, so nobody can say what the day costs.
  case unknownYear(Int)
  /// There is no such order.
  case notOrdered(CivilDate)
  /// Its window has begun.
  case begun(CivilDate)
  /// This machine has no time zones installed.
  case noTimeZone
}
