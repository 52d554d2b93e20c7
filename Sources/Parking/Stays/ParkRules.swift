/// What a park's settings say about its gates.
public struct ParkRules: Sendable, Equatable {
  /// Whether the barrier opens at once for a temporary vehicle (rule 3).
  public enum TemporaryEntry: String, Sendable {
    case open, wait
  }

  /// The zone of its clocks.
  public let timeZone: ParkTimeZone
  /// Places in all.
  public let places: Int
  /// What happens to a temporary vehicle at an entry.
  public let temporaryEntry: TemporaryEntry
  /// How many minutes before its window a leased vehicle is let in.
  public let leaseLeadMinutes: Int

  /// Made of its parts.
  public init(
    timeZone: ParkTimeZone, places: Int, temporaryEntry: TemporaryEntry, leaseLeadMinutes: Int = 60
  ) {
    self.timeZone = timeZone
    self.places = places
    self.temporaryEntry = temporaryEntry
    self.leaseLeadMinutes = leaseLeadMinutes
  }
}
