/// What one partner is told about one subject: rows of an outbox that are delivered in order.
public struct OutboxStream: Sendable, Hashable {
  /// Whom to tell.
  public let appID: String
  /// By which of its URLs, such as `lease/park`.
  public let kind: String
  /// What it is about, such as a `park_sn`.
  public let subject: String

  /// Which of several rows of a stream that wait are delivered.
  public enum Order: Sendable {
    /// Each row is a whole state, so the newest alone; the others are superseded.
    case newestAlone
    /// Each row is a change of its own, so every one, the oldest first.
    case everyOne
  }

  /// A stream by its parts.
  public init(appID: String, kind: String, subject: String) {
    self.appID = appID
    self.kind = kind
    self.subject = subject
  }
}
