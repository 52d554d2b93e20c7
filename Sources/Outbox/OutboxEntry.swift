public import PostgreSQL

/// One row of an outbox that a relay has taken to deliver.
public struct OutboxEntry: Sendable {
  /// Its number.
  public let outboxID: Int64
  /// Which stream it is of.
  public let stream: OutboxStream
  /// The parameters: a JSON object.
  public let body: String
  /// How often it was tried, this time included.
  public let attempts: Int
  /// For how long it has been due, in whole seconds.
  public let dueSeconds: Int64
  /// The database's clock when it was taken.
  public let takenAt: Timestamp
  /// Whom to call.
  public let partner: CalledPartner
}
