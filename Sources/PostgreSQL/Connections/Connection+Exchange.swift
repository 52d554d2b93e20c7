import CPostgreSQL

/// The round trips. Each notes its errors before it throws them.
extension Connection {
  /// Prepares a statement in a round trip of its own, unless it is prepared.
  func prepare(_ sql: SQL) throws(DatabaseError) -> String {
    let key = PreparedStatements.Key(sql)
    if let name = statements.name(key) { return name }
    try makeRoom()
    let name = statements.add(key)
    do throws(DatabaseError) {
      _ = try roundTrip { () throws(DatabaseError) in try session.sendPrepare(name, sql) }
    } catch {
      statements.remove(key)
      throw error
    }
    return name
  }

  /// Runs a prepared statement in one round trip.
  func execute(_ name: String, _ sql: SQL) throws(DatabaseError) -> ResultHandle {
    try roundTrip { () throws(DatabaseError) in
      try session.sendExecute(name, sql.parameters)
    }
  }

  /// Runs texts without parameters in one round trip and returns the last result.
  func simple(_ text: String) throws(DatabaseError) -> ResultHandle {
    try roundTrip { () throws(DatabaseError) in try session.sendSimple(text) }
  }

  /// Runs statements in one round trip; after one that fails the server skips the rest.
  ///
  /// Only within BEGIN and COMMIT: the end of a pipeline would commit what is open otherwise,
  /// and libpq 15 has no result to report a failure of that with.
  ///
  /// - Parameters:
  ///   - begin: goes before them, when the transaction has not begun yet.
  ///   - commits: whether COMMIT goes after them.
  /// - Returns: a result for each statement, and last of all one for COMMIT if it went along.
  func pipeline(
    after begin: SQL? = nil, _ all: [SQL], commits: Bool = false
  ) throws(DatabaseError) -> [ResultHandle] {
    try makeRoom()
    var steps: [Step] = []
    do throws(DatabaseError) {
      return try noting { () throws(DatabaseError) in
        try session.enterPipeline()
        if let begin { try send(begin, &steps) }
        for sql in all { try send(sql, &steps) }
        if commits { try send("COMMIT", &steps) }
        try session.endPipeline()
        try session.flush()
        var results = try receive(&steps)
        if begin != nil { results.removeFirst() }
        return results
      }
    } catch {
      for case .prepare(let key) in steps { statements.remove(key) }
      throw error
    }
  }

  /// What the server still has to answer in a pipeline.
  private enum Step {
    case prepare(PreparedStatements.Key)
    case execute
  }

  private func send(_ sql: SQL, _ steps: inout [Step]) throws(DatabaseError) {
    let key = PreparedStatements.Key(sql)
    if let name = statements.name(key) {
      try session.sendExecute(name, sql.parameters)
    } else {
      let name = statements.add(key)
      steps.append(.prepare(key))
      try session.sendPrepare(name, sql)
      try session.sendExecute(name, sql.parameters)
    }
    steps.append(.execute)
  }

  /// Receives the answers of a pipeline. `steps` keeps those that did not succeed.
  private func receive(_ steps: inout [Step]) throws(DatabaseError) -> [ResultHandle] {
    var received: [ResultHandle] = []
    var failed: [Step] = []
    var failure: DatabaseError?
    for step in steps {
      do throws(DatabaseError) {
        let result = try statementResult()
        if case .execute = step { received.append(result) }
      } catch  where !error.endsSession {
        failed.append(step)
        if failure == nil { failure = error }
      }
    }
    steps = failed
    guard try session.receive()?.status == PGRES_PIPELINE_SYNC else {
      throw .connectionLost("the server's answers are out of step")
    }
    try session.exitPipeline()
    if let failure { throw failure }
    return received
  }

  /// Sends one message, receives all its results and returns the last of them.
  private func roundTrip(
    _ send: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) -> ResultHandle {
    try noting { () throws(DatabaseError) in
      try send()
      try session.flush()
      return try statementResult()
    }
  }

  /// Receives the results of one statement up to their end. An error counts wherever it stands:
  /// a failed commit comes after the statement's own success.
  private func statementResult() throws(DatabaseError) -> ResultHandle {
    var last: ResultHandle?
    var failure: DatabaseError?
    while let result = try session.receive() {
      switch result.status {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: last = result
      case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
        throw .connectionLost("COPY is not supported; the connection is given up")
      default: failure = failure ?? Self.error(result)
      }
    }
    if let failure { throw failure }
    guard let last else { throw .connectionLost("the server answered nothing") }
    return last
  }

  private static func error(_ result: ResultHandle) -> DatabaseError {
    // Follows the error that the caller throws.
    result.status == PGRES_PIPELINE_ABORTED
      ? DatabaseError(.transactionAborted, message: "an earlier statement failed")
      : DatabaseError(result)
  }

  private func makeRoom() throws(DatabaseError) {
    guard statements.isFull else { return }
    statements.removeAll()
    _ = try simple("DEALLOCATE ALL")
  }

  private func noting<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value {
    do throws(DatabaseError) {
      return try body()
    } catch {
      note(error)
      throw error
    }
  }
}
