import CPostgreSQL

/// The one owner of a `PGconn`: sends messages, waits with a limit, receives results.
///
/// The connection is non-blocking underneath, so that no call waits longer than it may. Every
/// error that is thrown here means that the connection is lost; what the server itself reports is
/// in the results.
struct Session: ~Copyable {
  private let connection: OpaquePointer
  private let notices: NoticeReceiver
  private let limit: Duration?

  private init(_ connection: OpaquePointer, _ notices: NoticeReceiver, limit: Duration?) {
    self.connection = connection
    self.notices = notices
    self.limit = limit
    notices.attach(to: connection)
  }

  deinit {
    PQfinish(connection)
  }

  /// Connects.
  static func open(
    _ conninfo: Conninfo, _ settings: ConnectionSettings, _ notices: NoticeReceiver
  ) throws(DatabaseError) -> Session {
    guard let connection = conninfo.start() else { throw .connectionLost("out of memory") }
    let session = Session(connection, notices, limit: settings.answerTimeout)
    // Only the verbose form of an error while connecting holds the SQLSTATE.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    try session.finishConnecting(within: settings.connectTimeout)
    PQsetErrorVerbosity(connection, PQERRORS_TERSE)
    guard PQsetnonblocking(connection, 1) == 0 else { throw session.lost() }
    return session
  }

  private func finishConnecting(within limit: Duration) throws(DatabaseError) {
    let deadline = ContinuousClock.now + limit
    var progress = PGRES_POLLING_WRITING
    while PQstatus(connection) != CONNECTION_BAD, progress != PGRES_POLLING_OK {
      let readiness: Socket.Readiness =
        progress == PGRES_POLLING_READING ? .readable : .writable
      let left = max(.zero, deadline - .now)
      guard Socket.wait(PQsocket(connection), for: readiness, limit: left) else {
        throw .connectionLost("connecting took longer than \(limit)")
      }
      progress = PQconnectPoll(connection)
      if progress == PGRES_POLLING_FAILED { break }
    }
    guard progress == PGRES_POLLING_OK, PQstatus(connection) == CONNECTION_OK else {
      throw DatabaseError(connecting: errorMessage)
    }
  }

  /// The server's process that serves this session.
  var processID: Int32 { PQbackendPID(connection) }

  /// Whether the server is in no transaction.
  var isIdle: Bool { PQtransactionStatus(connection) == PQTRANS_IDLE }

  /// Whether an idle session is still there: looks for what arrived unasked, such as the end of
  /// the connection.
  func isAlive() -> Bool {
    // Each round reads all that is there; a server at work on its last words may need several.
    for _ in 0..<16 {
      guard Socket.wait(PQsocket(connection), for: .readable, limit: .zero) else {
        return PQstatus(connection) == CONNECTION_OK
      }
      guard PQconsumeInput(connection) == 1 else { return false }
      // Nothing is asked, so this only handles notices.
      guard PQisBusy(connection) == 0 else { return false }
    }
    return false
  }

  // MARK: Sending

  func sendSimple(_ text: String) throws(DatabaseError) {
    try check(PQsendQuery(connection, text))
  }

  func sendPrepare(_ name: String, _ sql: SQL) throws(DatabaseError) {
    let types = sql.types
    try check(PQsendPrepare(connection, name, sql.text, Int32(types.count), types))
  }

  func sendExecute(_ name: String, _ parameters: Parameters) throws(DatabaseError) {
    let count = parameters.count
    let sent = parameters.withValues { reader in
      withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { values in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count * 2) { numbers in
          for index in 0..<count {
            let value = reader.next()
            values.initializeElement(
              at: index, to: value?.baseAddress?.assumingMemoryBound(to: CChar.self))
            numbers.initializeElement(
              at: index, to: Int32(truncatingIfNeeded: value?.count ?? 0))
            numbers.initializeElement(at: count + index, to: 1)
          }
          return PQsendQueryPrepared(
            connection, name, Int32(count), values.baseAddress, numbers.baseAddress,
            numbers.baseAddress.map { $0 + count }, 1)
        }
      }
    }
    try check(sent)
  }

  /// Pushes out what libpq still holds back. Once a round trip: the server should wake once.
  func flush() throws(DatabaseError) {
    while true {
      switch PQflush(connection) {
      case 0: return
      case 1:
        // Both directions: a server that waits for us to read does not read itself.
        let readiness: Socket.Readiness = [.readable, .writable]
        guard Socket.wait(PQsocket(connection), for: readiness, limit: limit) else {
          throw silent()
        }
        try check(PQconsumeInput(connection))
      default: throw lost()
      }
    }
  }

  // MARK: Pipelines

  func enterPipeline() throws(DatabaseError) {
    try check(PQenterPipelineMode(connection))
  }

  func endPipeline() throws(DatabaseError) {
    try check(PQpipelineSync(connection))
  }

  func exitPipeline() throws(DatabaseError) {
    try check(PQexitPipelineMode(connection))
  }

  // MARK: Receiving

  /// The next result, nil at the end of a statement's results.
  func receive() throws(DatabaseError) -> ResultHandle? {
    while PQisBusy(connection) == 1 {
      guard Socket.wait(PQsocket(connection), for: .readable, limit: limit) else {
        throw silent()
      }
      // On failure the results hold the server's last words, if there were any.
      if PQconsumeInput(connection) == 0, PQisBusy(connection) == 1 { throw lost() }
    }
    return PQgetResult(connection).map { ResultHandle($0) }
  }

  // MARK: Errors

  private var errorMessage: String { String(cString: PQerrorMessage(connection)) }

  private func check(_ success: Int32) throws(DatabaseError) {
    if success != 1 { throw lost() }
  }

  private func lost() -> DatabaseError { .connectionLost(errorMessage) }

  private func silent() -> DatabaseError { .connectionLost("the server did not answer in time") }
}
