public import PostgreSQL

/// What a person does with an outbox: look at it, and send again what was given up.
public struct OutboxDesk {
  private let connection: Connection

  /// A desk on a connection that looks in the outbox's schema.
  public init(_ connection: Connection) {
    self.connection = connection
  }

  /// What is not delivered: what waits, and what was given up and nothing newer followed.
  public func open(limit: Int = 1000) throws(DatabaseError) -> [OutboxLine] {
    var lines: [OutboxLine] = []
    for row in try connection.query(
      """
      select o.outbox_id, o.app_id::text, o.kind, o.subject::text, o.gave_up_at is not null,
        o.created_at, o.next_at, o.attempts, o.last_error
      from outbox o
      where o.delivered_at is null and o.superseded_at is null
        and (o.gave_up_at is null or not \(Self.hasSuccessor))
      order by o.outbox_id limit \(Int64(limit))
      """)
    {
      var columns = row.columns
      let outboxID = try columns.next(Int64.self)
      let stream = OutboxStream(
        appID: try columns.next(), kind: try columns.next(), subject: try columns.next())
      lines.append(
        OutboxLine(
          outboxID: outboxID, stream: stream,
          state: try columns.next(Bool.self) ? .gaveUp : .waiting,
          createdAt: try columns.next(), nextAt: try columns.next(),
          attempts: Int(try columns.next(Int32.self)), lastError: try columns.next()))
    }
    return lines
  }

  /// Makes rows due now that wait or were given up, unless something newer of their stream makes
  /// them needless: of a state, a newer one is not followed by an older one.
  ///
  /// - Parameter outboxIDs: which rows; nil for all that were given up.
  /// - Returns: how many are sent again.
  public func sendAgain(_ outboxIDs: [Int64]?) throws(DatabaseError) -> Int {
    try connection.query(
      """
      update outbox o set gave_up_at = null, attempts = 0, due_since = clock_timestamp(),
        next_at = clock_timestamp()
      where o.delivered_at is null and o.superseded_at is null and not \(Self.hasSuccessor)
        and (o.outbox_id = any(\(outboxIDs ?? []))
          or \(outboxIDs == nil) and o.gave_up_at is not null)
      """
    ).affected
  }

  /// Whether a newer row of the same stream stands for the row `o`. Orders are changes, each of
  /// which counts by itself.
  private static let hasSuccessor: SQL = """
    (o.kind = 'lease/park' and exists (select from outbox n where n.app_id = o.app_id
      and n.kind = o.kind and n.subject = o.subject and n.outbox_id > o.outbox_id))
    """
}
