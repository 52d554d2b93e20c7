/// What the operator has to know of a park's leases.
public struct LeaseReport: Sendable {
  /// A part of it: lines in the order of time.
  public struct Section: Sendable {
    /// What its lines have in common.
    public let title: String
    /// One thing each.
    public let lines: [String]
  }

  /// Outside the offer, more than places, no-shows, overstays; empty ones too.
  public let sections: [Section]
}
