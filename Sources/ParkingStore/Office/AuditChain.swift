/// What a check of the audit trail's chain found.
public struct AuditChain: Sendable, Equatable {
  /// A place where the chain does not hold.
  public struct Fault: Sendable, Equatable {
    /// Its place in the chain.
    public let position: Int64
    /// The line that stands there, or stood.
    public let auditID: Int64
    /// What is wrong, in words.
    public let words: String
  }

  /// The first seal that is there: older lines are forgotten.
  public let first: Int64
  /// The newest seal.
  public let last: Int64
  /// The digest of the newest seal in hexadecimal.
  public let digest: String
  /// The first place where it does not hold; nil: it holds.
  public let fault: Fault?
  /// Lines that were written more than an hour ago and are not sealed.
  public let unsealed: Int
}
