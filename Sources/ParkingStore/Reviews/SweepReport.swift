/// What a sweep put on the review lists.
public struct SweepReport: Sendable, Equatable {
  /// Vehicles that are inside for longer than their park thinks usual.
  public var longStays = 0
  /// Stays without an entry that nobody decided about, now ended as unresolved.
  public var abandoned = 0
}
