/// One session with PostgreSQL, for one owner on one thread.
///
/// Calls block, each with a limit. Never use it after `fork`. When an error says that the
/// connection is lost, or ``isUsable`` is false, drop it: it does not connect again by itself, as
/// ``Database`` does.
public final class Connection {
  let session: Session
  var statements = PreparedStatements()
  var transactionState = TransactionState.none

  /// Whether the session is still good for statements.
  public private(set) var isUsable = true

  /// Connects, with all limits of `settings` in force.
  ///
  /// - Parameters:
  ///   - conninfo: libpq's connection string or URI.
  ///   - notices: takes the server's notices, which are ignored without it.
  /// - Throws: `connectionLost`, `tooManyConnections`, `accessDenied` or `badConninfo`.
  public init(
    _ conninfo: String, settings: ConnectionSettings = ConnectionSettings(),
    notices: ((Notice) -> Void)? = nil
  ) throws(DatabaseError) {
    var parsed = try Conninfo(conninfo)
    parsed.apply(settings)
    session = try Session.open(parsed, settings, NoticeReceiver(notices))
  }

  /// The server's process that serves this session, as in `pg_stat_activity`.
  public var processID: Int32 { session.processID }

  /// Runs a statement and receives all its rows. Outside ``transaction(isolation:retries:_:)`` it
  /// is a transaction by itself.
  ///
  /// Its text is prepared the first time and kept; so let values be parameters, and the texts few.
  ///
  /// - Throws: any `DatabaseError`. When the connection is lost outside a transaction,
  ///   `mayHaveTakenEffect` tells that the statement had been sent.
  public func query(_ sql: SQL) throws(DatabaseError) -> Rows {
    try checkBeforeSending(sql)
    switch transactionState {
    case .none: return try autocommit(sql)
    case .pending(let begin):
      transactionState = .open
      return Rows(result: try pipeline(after: begin, [sql])[0])
    case .open:
      guard let name = statements.name(PreparedStatements.Key(sql)) else {
        return Rows(result: try pipeline([sql])[0])
      }
      return Rows(result: try execute(name, sql))
    case .failed, .finished: throw transactionState.refusal
    }
  }

  /// Runs a statement for its effect.
  ///
  /// - Returns: the number of rows it touched.
  @discardableResult
  public func execute(_ sql: SQL) throws(DatabaseError) -> Int {
    try query(sql).affected
  }

  /// Runs a script of any number of statements without parameters in one round trip. Without
  /// BEGIN in it, it is one transaction; nothing is prepared and no rows are returned.
  ///
  /// - Throws: `badTransaction` inside a transaction, `badParameter` when there are parameters.
  public func run(script: SQL) throws(DatabaseError) {
    try checkBeforeSending(script)
    guard case .none = transactionState else {
      throw DatabaseError(.badTransaction, message: "a script inside a transaction")
    }
    guard script.parameters.isEmpty else {
      throw DatabaseError(.badParameter, message: "a script has no parameters")
    }
    do throws(DatabaseError) {
      _ = try simple(script.text)
    } catch {
      throw error.whileAutocommitting()
    }
  }

  /// Whether the connection is still there, asked without a round trip: false as soon as the
  /// server has closed it. Only between statements.
  public func isAlive() -> Bool {
    if isUsable, !session.isAlive() { isUsable = false }
    return isUsable
  }

  /// Refuses what must not reach libpq. A text that is prepared was looked at when it was.
  func checkBeforeSending(_ sql: SQL) throws(DatabaseError) {
    if let failure = sql.parameters.failure {
      throw DatabaseError(.badParameter, message: failure)
    }
    guard statements.name(PreparedStatements.Key(sql)) != nil || !sql.text.holdsNUL else {
      throw DatabaseError(.badParameter, message: "a statement holds the character U+0000")
    }
    guard isUsable else { throw .connectionLost("the connection was lost before") }
  }

  /// Notes what an error means for the session and the transaction.
  func note(_ error: DatabaseError) {
    if error.endsSession { isUsable = false }
    if error.code == .staleStatement { statements.removeAll() }
    if case .open = transactionState { transactionState = .failed(error) }
  }

  private func autocommit(_ sql: SQL) throws(DatabaseError) -> Rows {
    do throws(DatabaseError) {
      return try executeOnce(sql)
    } catch  where error.code == .staleStatement {
      // The server refused it before it did anything, so this is no repetition.
      return try executeOnce(sql)
    }
  }

  private func executeOnce(_ sql: SQL) throws(DatabaseError) -> Rows {
    let name = try prepare(sql)
    do throws(DatabaseError) {
      return Rows(result: try execute(name, sql))
    } catch {
      throw error.whileAutocommitting()
    }
  }
}
