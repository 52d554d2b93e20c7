/// How long a kind of data is kept.
public struct Retention: Sendable, Equatable {
  /// What can be forgotten.
  public enum Kind: String, Sendable, CaseIterable {
    /// Pictures of cameras.
    case pictures
    /// Reads of cameras with their replies.
    case captures
    /// Plates in arrivals, stays, leases and the registry: a keyed hash takes their place.
    case plates
    /// The audit trail.
    case audit
    /// Who looked at what.
    case accesses
  }

  /// What.
  public let kind: Kind
  /// How many days; nil: for ever.
  public let days: Int?
}
