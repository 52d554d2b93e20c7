/// A point in time: microseconds since 1970-01-01 00:00:00 UTC, the resolution of PostgreSQL.
///
/// Nothing in `Parking` reads a clock: instants come in as arguments, and "now" is the database's.
public struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since the Unix epoch.
  public let microseconds: Int64

  /// An instant as PostgreSQL stores it.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Whole seconds since the Unix epoch.
  public init(seconds: Int64) {
    self.microseconds = seconds * 1_000_000
  }

  /// Seconds since the Unix epoch, rounded down.
  public var seconds: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// This instant moved by whole seconds, negative to go back.
  public func advanced(bySeconds seconds: Int64) -> Instant {
    Instant(microseconds: microseconds + seconds * 1_000_000)
  }

  /// Whole seconds from `earlier` to this instant, rounded towards the past.
  public func seconds(since earlier: Instant) -> Int64 {
    Instant(microseconds: microseconds - earlier.microseconds).seconds
  }

  /// The order of time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }
}
