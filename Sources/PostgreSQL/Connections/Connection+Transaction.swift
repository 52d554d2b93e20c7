import Glibc

extension Connection {
  /// Runs statements as one transaction: all of them take effect, or none.
  ///
  /// BEGIN travels with the first statement; COMMIT is a round trip of its own, which
  /// ``queryCommitting(_:)`` saves. When `body` throws, the transaction is rolled back and the
  /// error passed on. After a serialization failure or a deadlock `body` runs again from its
  /// beginning, so it must have no effect but on the database.
  ///
  /// - Parameter retries: how many times `body` may run again.
  /// - Throws: `commitOutcomeUnknown` when the connection is lost during COMMIT;
  ///   `transactionAborted` when `body` hid the error of a statement; `badTransaction` inside
  ///   another transaction.
  public func transaction<Value>(
    isolation: Isolation = .readCommitted, retries: Int = 3, _ body: () throws -> Value
  ) throws -> Value {
    guard case .none = transactionState else {
      throw DatabaseError(.badTransaction, message: "a transaction inside a transaction")
    }
    var attempt = 0
    while true {
      transactionState = .pending(begin: isolation.begin)
      do {
        let value = try body()
        try commit()
        transactionState = .none
        return value
      } catch {
        let isRetryable = abandon()
        guard isRetryable, isUsable, attempt < retries else { throw error }
        attempt += 1
        Self.pause(before: attempt)
      }
    }
  }

  /// Runs the last statement of a transaction and commits, both in one round trip.
  ///
  /// The rows come back when they are durable. When the statement fails nothing is committed.
  /// Nothing may follow it in the transaction, and what `body` throws after it undoes nothing.
  ///
  /// - Throws: as ``transaction(isolation:retries:_:)``; `badTransaction` outside one.
  public func queryCommitting(_ sql: SQL) throws(DatabaseError) -> Rows {
    try queryAllCommitting([sql])[0]
  }

  /// Runs the last statements of a transaction and commits, all in one round trip: as
  /// ``queryAll(_:)`` and ``queryCommitting(_:)``.
  public func queryAllCommitting(_ all: [SQL]) throws(DatabaseError) -> [Rows] {
    for sql in all { try checkBeforeSending(sql) }
    let beginning: SQL?
    switch transactionState {
    case .pending(let begin): beginning = begin
    case .open: beginning = nil
    case .none, .failed, .finished: throw transactionState.refusal
    }
    transactionState = .open
    let results = try committing { () throws(DatabaseError) in
      try pipeline(after: beginning, all, commits: true)
    }
    try checkTag(results[results.count - 1])
    transactionState = .finished
    return results.dropLast().map { Rows(result: $0) }
  }

  /// Runs statements of a transaction in one round trip; after one that fails the server skips the
  /// rest. BEGIN travels with them if they are the first.
  ///
  /// Each sees what was committed until those before it had ended, so one that waits for a lock
  /// may stand before those that read under it.
  ///
  /// - Returns: the rows of each statement.
  /// - Throws: any `DatabaseError`; `badTransaction` outside a transaction.
  public func queryAll(_ all: [SQL]) throws(DatabaseError) -> [Rows] {
    for sql in all { try checkBeforeSending(sql) }
    switch transactionState {
    case .open: return try pipeline(all).map { Rows(result: $0) }
    case .pending(let begin):
      transactionState = .open
      return try pipeline(after: begin, all).map { Rows(result: $0) }
    case .none, .failed, .finished: throw transactionState.refusal
    }
  }

  /// Runs statements as one transaction in one round trip, for those that do not need each
  /// other's rows.
  ///
  /// - Returns: the rows of each statement.
  /// - Throws: as ``transaction(isolation:retries:_:)``, without its retries.
  public func batch(_ all: [SQL]) throws(DatabaseError) -> [Rows] {
    for sql in all { try checkBeforeSending(sql) }
    guard case .none = transactionState else {
      throw DatabaseError(.badTransaction, message: "a batch inside a transaction")
    }
    transactionState = .open
    do throws(DatabaseError) {
      let results = try committing { () throws(DatabaseError) in
        try pipeline(after: "BEGIN", all, commits: true)
      }
      try checkTag(results[results.count - 1])
      transactionState = .none
      return results.dropLast().map { Rows(result: $0) }
    } catch {
      _ = abandon()
      throw error
    }
  }

  /// Commits what is open. `statement_timeout` does not cut it: PostgreSQL 15 switches the limit
  /// off before it commits (`finish_xact_command` in its `postgres.c`), deferred constraints and
  /// the wait for a replica included.
  private func commit() throws(DatabaseError) {
    switch transactionState {
    case .none, .pending, .finished: return
    case .failed: throw transactionState.refusal
    case .open:
      guard !session.isIdle else {
        throw DatabaseError(.badTransaction, message: "a statement ended the transaction")
      }
      try checkTag(try committing { () throws(DatabaseError) in try simple("COMMIT") })
    }
  }

  /// COMMIT of a failed transaction succeeds with the tag ROLLBACK.
  private func checkTag(_ result: ResultHandle) throws(DatabaseError) {
    guard result.commandTag != "COMMIT" else { return }
    throw DatabaseError(.transactionAborted, message: "COMMIT answered \(result.commandTag)")
  }

  private func committing<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw error.whileCommitting()
    }
  }

  /// Leaves a transaction that came to nothing.
  ///
  /// - Returns: whether a statement failed in a way that a repetition may mend.
  private func abandon() -> Bool {
    defer { transactionState = .none }
    var isRetryable = false
    if case .failed(let failure) = transactionState { isRetryable = failure.isRetryable }
    transactionState = .none
    // A lost connection rolls back by itself, and ROLLBACK that fails has noted that it is lost.
    if isUsable, !session.isIdle { _ = try? simple("ROLLBACK") }
    return isRetryable
  }

  /// Waits some milliseconds, more each time, by chance: two that met do not meet again.
  private static func pause(before attempt: Int) {
    usleep(UInt32.random(in: 500...(5_000 * UInt32(min(attempt, 10)))))
  }
}
