public import PostgreSQL

/// A row of an outbox as an operator sees it.
public struct OutboxLine: Sendable, Equatable {
  /// Where it stands.
  public enum State: String, Sendable {
    case waiting
    case delivered
    case superseded
    case gaveUp = "gave_up"
  }

  /// Its number.
  public let outboxID: Int64
  /// Of which stream.
  public let stream: OutboxStream
  /// Where it stands.
  public let state: State
  /// When the change was made.
  public let createdAt: Timestamp
  /// When it is tried next; for one that waits.
  public let nextAt: Timestamp
  /// How often it was tried.
  public let attempts: Int
  /// Why the last attempt failed.
  public let lastError: String?
}

extension OutboxStream: CustomStringConvertible {
  /// `partner kind subject`
  public var description: String { "\(appID) \(kind) \(subject)" }
}
