/// A figure for monitoring, from the state that all workers share: a row of `parking.gauges()`.
public struct Gauge: Sendable, Equatable {
  /// What it is, without the prefix of our metrics.
  public let metric: String
  /// The park; empty for none.
  public let parkSN: String
  /// The device, lane or partner; empty for none.
  public let subject: String
  /// The value, in the unit that the name says.
  public let value: Double
}
