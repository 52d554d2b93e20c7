extension Tariff {
  /// The finest time that counts.
  public enum Resolution: String, CaseIterable, Sendable {
    /// Seconds count.
    case second
    /// Entry and exit are read without their seconds.
    case minute

    var seconds: Int64 { self == .second ? 1 : 60 }
  }

  /// The version that prices a stay during which the tariff changes.
  public enum VersionRule: String, CaseIterable, Sendable {
    /// The one in force at the entry.
    case entry
    /// The one in force at the exit.
    case exit
    /// Each for its own time, as sessions of their own.
    case split
  }
}
