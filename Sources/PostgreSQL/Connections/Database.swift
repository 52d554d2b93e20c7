/// A database and at most one connection to it, made anew when it was lost.
///
/// While the database is away, the first caller waits for it up to `patience`; then the rest learn
/// so at once, so that a queue of requests does not wait one after another. The first call that
/// comes 100 ms after a failed attempt tries again.
public final class Database {
  private let conninfo: String
  private let settings: ConnectionSettings
  private let patience: Duration
  private let notices: ((Notice) -> Void)?
  private var connection: Connection?
  private var lentAt = ContinuousClock.now
  private var outage: Outage?

  /// How many connections were made; another one may be to another server, with another past.
  public private(set) var connectionCount = 0

  /// For so long a connection that was there is taken to be there still. A busy worker saves a
  /// system call with each request; when the server ends its session in that time, one request fails.
  private static let trust = Duration.milliseconds(10)

  /// Remembers where the database is; connects when it is first needed.
  ///
  /// - Parameters:
  ///   - conninfo: libpq's connection string or URI.
  ///   - patience: the longest that one caller waits for a connection.
  ///   - notices: takes the server's notices, which are ignored without it.
  public init(
    _ conninfo: String, settings: ConnectionSettings = ConnectionSettings(),
    patience: Duration = .seconds(1), notices: ((Notice) -> Void)? = nil
  ) {
    self.conninfo = conninfo
    self.settings = settings
    self.patience = patience
    self.notices = notices
  }

  /// Whether there is a connection, as far as known.
  public var isConnected: Bool { connection?.isUsable ?? false }

  /// Runs `body` with a connection that was there a moment ago.
  ///
  /// Work is never repeated here: when the connection is lost under `body`, its error is passed
  /// on and the next call connects anew.
  ///
  /// - Throws: what `body` throws; `connectionLost` or the like when there is no connection.
  public func withConnection<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    let connection = try connected()
    do {
      return try body(connection)
    } catch {
      let isLost = (error as? DatabaseError)?.isConnectionLoss ?? false
      if isLost || !connection.isUsable { self.connection = nil }
      throw error
    }
  }

  /// Closes the connection, if there is one.
  public func disconnect() {
    connection = nil
  }

  private func connected() throws(DatabaseError) -> Connection {
    let now = ContinuousClock.now
    defer { lentAt = now }
    if let connection, connection.isUsable, now - lentAt < Self.trust { return connection }
    if let connection, connection.isAlive() { return connection }
    connection = nil
    let made = try connect()
    connection = made
    connectionCount += 1
    outage = nil
    return made
  }

  private func connect() throws(DatabaseError) -> Connection {
    if let outage { return try connectOnce(during: outage) }
    let deadline = ContinuousClock.now + patience
    var backoff = Backoff()
    while true {
      do throws(DatabaseError) {
        return try attempt(until: deadline)
      } catch {
        let pause = backoff.next()
        guard error.isTransient, ContinuousClock.now + pause < deadline else {
          outage = Outage(error: error)
          throw error
        }
        Backoff.sleep(pause)
      }
    }
  }

  private func connectOnce(during outage: Outage) throws(DatabaseError) -> Connection {
    guard outage.isRetryDue else { throw outage.error }
    do throws(DatabaseError) {
      return try attempt(until: .now + patience / 4)
    } catch {
      self.outage = Outage(error: error)
      throw error
    }
  }

  private func attempt(until deadline: ContinuousClock.Instant) throws(DatabaseError)
    -> Connection
  {
    var settings = settings
    settings.connectTimeout = min(settings.connectTimeout, max(.zero, deadline - .now))
    return try Connection(conninfo, settings: settings, notices: notices)
  }
}
