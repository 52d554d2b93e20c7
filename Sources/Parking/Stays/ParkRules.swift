/// What a park's settings say about its gates.
public struct ParkRules: Sendable, Equatable {
  /// Whether the barrier opens at once for a temporary vehicle (rule 3).
  public enum TemporaryEntry: String, Sendable {
    case open, wait
  }

  public let timeZone: ParkTimeZone
  public let places: Int
  public let temporaryEntry: TemporaryEntry

  public init(timeZone: ParkTimeZone, places: Int, temporaryEntry: TemporaryEntry) {
    self.timeZone = timeZone
    self.places = places
    self.temporaryEntry = temporaryEntry
  }
}
