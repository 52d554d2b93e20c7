internal import PostgreSQL

/// An outbox as relays see it: which streams are due, whose turn it is, what became of it.
///
/// It works on the tables `outbox`, `partner` and `partner_key` of whatever schema the connection
/// looks in, since both systems of the lease document have one. Several relays may use it at once:
/// a stream is taken by one of them at a time.
public final class Outbox {
  private let database: Database
  private let order: OutboxStream.Order
  private let callSeconds: Int64

  /// An outbox that connects when it is first needed.
  ///
  /// - Parameters:
  ///   - conninfo: libpq's connection string.
  ///   - schema: where its tables are.
  ///   - order: which rows of a stream are delivered.
  ///   - callSeconds: after this time no request of a relay is on its way any more, whatever became
  ///     of the relay.
  public init(
    conninfo: String, schema: String, order: OutboxStream.Order, callSeconds: Int64
  ) {
    var settings = ConnectionSettings()
    settings.searchPath = schema
    settings.applicationName = "gatehouse relay"
    database = Database(conninfo, settings: settings)
    self.order = order
    self.callSeconds = callSeconds
  }

  /// Streams whose turn it is, the longest due first. Another relay may take them first.
  public func dueStreams(limit: Int) throws -> [OutboxStream] {
    try database.withConnection { connection in
      try connection.query(
        """
        select h.app_id::text, h.kind, h.subject::text from (
          select distinct on (app_id, kind, subject) app_id, kind, subject, next_at,
            max(busy_until) over (partition by app_id, kind, subject) as busy_until
          from outbox
          where delivered_at is null and superseded_at is null and gave_up_at is null
          order by app_id, kind, subject, \(headFirst)) h
        join partner p on p.app_id = h.app_id and \(CalledPartner.isCalled)
        where h.next_at <= clock_timestamp()
          and (h.busy_until is null or h.busy_until <= clock_timestamp())
        order by h.next_at limit \(Int64(limit))
        """
      ).map { row in
        var columns = row.columns
        return OutboxStream(
          appID: try columns.next(), kind: try columns.next(), subject: try columns.next())
      }
    }
  }

  /// Takes the entry of a stream whose turn it is; nil when another relay has the stream, or when
  /// nothing of it is due any more.
  ///
  /// The attempt is counted before it is made, so that a relay that is killed in it leaves a trace,
  /// and no other relay sends anything of the stream until its request cannot arrive any more.
  public func take(_ stream: OutboxStream) throws -> OutboxEntry? {
    try database.withConnection { connection in
      try connection.transaction { () throws -> OutboxEntry? in
        let key = "\(stream.appID)\n\(stream.kind)\n\(stream.subject)"
        let isMine: Bool = try connection.query(
          "select pg_try_advisory_xact_lock(hashtextextended(\(key), 2))"
        ).one().decode(at: 0)
        guard isMine else { return nil }
        if order == .newestAlone { try supersede(stream, connection) }
        return try connection.query(taking(stream)).first.map { row in
          var columns = row.columns
          return OutboxEntry(
            outboxID: try columns.next(), stream: stream, body: try columns.next(),
            attempts: Int(try columns.next(Int32.self)), dueSeconds: try columns.next(),
            takenAt: try columns.next(), partner: try CalledPartner(&columns))
        }
      }
    }
  }

  /// Keeps what became of an entry that was taken.
  public func settle(_ entry: OutboxEntry, _ settlement: OutboxSettlement) throws {
    try database.withConnection { connection in
      _ = try connection.query(Self.update(entry.outboxID, settlement))
    }
  }

  /// Which row of a stream comes first.
  private var headFirst: SQL {
    switch order {
    case .newestAlone: "outbox_id desc"
    case .everyOne: "outbox_id"
    }
  }

  private func supersede(_ stream: OutboxStream, _ connection: Connection) throws {
    try connection.execute(
      """
      update outbox o set superseded_at = clock_timestamp(), busy_until = null
      where \(Self.isPending(stream)) and (busy_until is null or busy_until <= clock_timestamp())
        and exists (select from outbox n where n.app_id = o.app_id and n.kind = o.kind
          and n.subject = o.subject and n.outbox_id > o.outbox_id)
      """)
  }

  private func taking(_ stream: OutboxStream) -> SQL {
    """
    with head as (
      select outbox_id, next_at from outbox where \(Self.isPending(stream))
      order by \(headFirst) limit 1),
    taken as (
      update outbox o
      set attempts = o.attempts + 1,
        busy_until = clock_timestamp() + \(callSeconds) * interval '1 second'
      from head h where o.outbox_id = h.outbox_id and h.next_at <= clock_timestamp()
        and not exists (select from outbox where \(Self.isPending(stream))
          and busy_until > clock_timestamp())
      returning o.*)
    select t.outbox_id, t.body::text, t.attempts,
      floor(extract(epoch from clock_timestamp() - t.due_since))::bigint, clock_timestamp(),
      \(CalledPartner.columns)
    from taken t join partner p on p.app_id = t.app_id and \(CalledPartner.isCalled)
    \(CalledPartner.key)
    """
  }

  private static func isPending(_ stream: OutboxStream) -> SQL {
    """
    app_id = \(stream.appID) and kind = \(stream.kind) and subject = \(stream.subject)
      and delivered_at is null and superseded_at is null and gave_up_at is null
    """
  }

  private static func update(_ outboxID: Int64, _ settlement: OutboxSettlement) -> SQL {
    switch settlement {
    case .delivered:
      """
      update outbox set delivered_at = clock_timestamp(), busy_until = null, last_error = null,
        superseded_at = null, gave_up_at = null
      where outbox_id = \(outboxID) and delivered_at is null
      """
    case .again(let milliseconds, let reason):
      """
      update outbox set busy_until = null, last_error = \(reason),
        next_at = clock_timestamp() + \(milliseconds) * interval '1 millisecond'
      where outbox_id = \(outboxID) and delivered_at is null and superseded_at is null
      """
    case .gaveUp(let reason):
      """
      update outbox set busy_until = null, last_error = \(reason), gave_up_at = clock_timestamp()
      where outbox_id = \(outboxID) and delivered_at is null and superseded_at is null
      """
    }
  }
}
