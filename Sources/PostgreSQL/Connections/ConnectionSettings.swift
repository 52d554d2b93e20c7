/// The limits of a session. All of PostgreSQL's own are off by default, so they are set here.
public struct ConnectionSettings: Sendable {
  /// The longest a statement may run; nil for no limit. Default 2 s.
  ///
  /// It never cuts a COMMIT: PostgreSQL switches the limit off before it commits.
  public var statementTimeout: Duration? = .seconds(2)

  /// The longest wait for one lock; nil for no limit. Default 1.5 s: longer than
  /// `deadlock_timeout` (1 s), so that a deadlock is reported as one, and shorter than a
  /// statement may run.
  public var lockTimeout: Duration? = .milliseconds(1500)

  /// How long the server lets a transaction lie idle; nil for no limit. Default 10 s.
  public var idleInTransactionTimeout: Duration? = .seconds(10)

  /// How much longer than ``statementTimeout`` to wait for a silent server before the connection
  /// is given up. Default 500 ms. Without a statement timeout there is no such limit.
  public var answerMargin: Duration = .milliseconds(500)

  /// The longest that connecting may take, all hosts together. Default 1 s.
  public var connectTimeout: Duration = .seconds(1)

  /// How long data may stay unacknowledged by a host before TCP gives up. Default 3 s.
  public var tcpUserTimeout: Duration = .seconds(3)

  /// What the server's activity view and its log call us.
  public var applicationName = "gatehouse"

  /// Where names without a schema are looked up; nil for the role's own setting.
  public var searchPath: String?

  /// More settings of the session by name, such as `synchronous_commit`.
  public var parameters: [(name: String, value: String)] = []

  /// The settings of a worker.
  public init() {}

  /// Settings without a limit on statements and locks, for the command line and migrations.
  public static var patient: ConnectionSettings {
    var settings = ConnectionSettings()
    settings.statementTimeout = nil
    settings.lockTimeout = nil
    settings.idleInTransactionTimeout = nil
    settings.connectTimeout = .seconds(10)
    return settings
  }

  /// The longest silence to endure from a server that has a statement to answer.
  var answerTimeout: Duration? { statementTimeout.map { $0 + answerMargin } }

  /// The command-line options that the server applies to the session: they travel with the
  /// connection's first message and cost no round trip.
  ///
  /// JIT compilation is off: it costs a short statement more than it saves.
  var options: String {
    var all: [(name: String, value: String)] = [
      ("TimeZone", "UTC"), ("DateStyle", "ISO"), ("jit", "off"),
      ("statement_timeout", Self.milliseconds(statementTimeout)),
      ("lock_timeout", Self.milliseconds(lockTimeout)),
      ("idle_in_transaction_session_timeout", Self.milliseconds(idleInTransactionTimeout)),
    ]
    if let searchPath { all.append(("search_path", searchPath)) }
    all += parameters
    return all.map { "-c \(Self.escaped($0.name))=\(Self.escaped($0.value))" }
      .joined(separator: " ")
  }

  /// PostgreSQL's spelling of a limit: whole milliseconds, 0 for none.
  static func milliseconds(_ duration: Duration?) -> String {
    duration.map { String(max(1, $0.milliseconds)) } ?? "0"
  }

  /// Options are divided at spaces; a backslash keeps one.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if character == " " || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
  }
}

extension Duration {
  /// Whole milliseconds, at most what a 32-bit integer holds: the unit of `poll`.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}
