internal import PostgreSQL

/// Settings of parks, kept for a second so that a poll is one statement.
///
/// What is taken away holds for at most that second longer; what is new is seen at once, because
/// a caller looks again before it refuses.
struct SettingsCache {
  private static let lifetime = Duration.seconds(1)
  private var entries: [String: (settings: ParkSettings, readAt: ContinuousClock.Instant)] = [:]

  /// Settings read within the last second; nil when they have to be read.
  func fresh(_ parkSN: String) -> ParkSettings? {
    guard let entry = entries[parkSN], .now - entry.readAt < Self.lifetime else { return nil }
    return entry.settings
  }

  /// Reads a park's settings anew; nil if there is no such park.
  mutating func read(_ parkSN: String, _ connection: Connection) throws -> ParkSettings? {
    let settings = try ParkSettings.load(parkSN, connection)
    entries[parkSN] = settings.map { ($0, .now) }
    return settings
  }
}
