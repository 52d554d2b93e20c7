/// Records of partners, kept for a second. What is taken away holds for at most that second longer;
/// what is new is seen at once, because a caller looks again before it refuses.
struct PartnerCache {
  private static let lifetime = Duration.seconds(1)
  /// Names come from whoever calls, so only those of partners are kept.
  private var entries: [String: (partner: Partner, readAt: ContinuousClock.Instant)] = [:]

  func fresh(_ appID: String) -> Partner? {
    guard let entry = entries[appID], .now - entry.readAt < Self.lifetime else { return nil }
    return entry.partner
  }

  mutating func keep(_ partner: Partner?, _ appID: String) {
    entries[appID] = partner.map { ($0, .now) }
  }
}
