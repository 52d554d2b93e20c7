internal import CFastCGI
internal import Glibc
public import HTTP

/// The worker's loop: one thread, one request after the other.
///
/// SIGTERM, SIGINT and SIGUSR1 end it: an idle worker leaves at once, a busy one when its answer is
/// sent, or a few that are waiting, for 10 ms at most. SIGPIPE is ignored.
public struct AcceptLoop: Sendable {
  private let listener: Listener
  private let bodyLimit: Int

  /// For so long a busy worker takes one connection after the other without a look for signals.
  private static let deafness = Duration.milliseconds(10)

  /// A loop on that socket that takes bodies of at most `bodyLimit` bytes.
  public init(listener: Listener, bodyLimit: Int) {
    self.listener = listener
    self.bodyLimit = bodyLimit
  }

  /// Answers requests until a signal ends the loop.
  ///
  /// - Parameters:
  ///   - refuse: Makes the answer to a request that never reaches the handler, or whose answer may
  ///     not be sent. The request's body is empty.
  ///   - unsent: Is told of an answer that could not be delivered: the client has gone, but what the
  ///     handler did is done.
  ///   - handler: Makes the answer to a request.
  /// - Returns: The signal that ended the loop.
  @discardableResult public func run(
    refuse: (Refusal, Request) -> Response, unsent: (Request) -> Void = { _ in },
    handler: (Request) -> Response
  ) throws(SystemError) -> Int32 {
    // The order matters: FCGX_Init installs handlers for these signals, with a race in its own way
    // to leave. Blocked before, they never reach it.
    let signals = try SignalDescriptor()
    guard FCGX_Init() == 0 else { throw SystemError(call: "FCGX_Init", code: errno) }
    signal(SIGPIPE, SIG_IGN)
    let exchange = Exchange(connection: try Connection(listener: listener), bodyLimit: bodyLimit)
    let doorbell = try Doorbell.make(listener, signals)
    while true {
      if try doorbell.wait() == .signal, let signal = try signals.take() { return signal }
      let lookedAt = ContinuousClock.now
      // A busy worker finds the next connection without the bell, which saves a system call each time.
      while try accepts(exchange.connection) {
        let (request, isSent) = exchange.answer(refuse: refuse, handler: handler)
        if !isSent { unsent(request) }
        guard .now - lookedAt < Self.deafness else { break }
      }
    }
  }

  /// Accepts a connection; false if there is none after all.
  private func accepts(_ connection: borrowing Connection) throws(SystemError) -> Bool {
    let result = connection.accept()
    switch -result {
    case 0: return true
    case EAGAIN, EINTR, ECONNABORTED, EPROTO: return false
    case EMFILE, ENFILE, ENOBUFS, ENOMEM:
      // Short of something that others may give back: do not spin, do not die.
      usleep(50_000)
      return false
    case let code where code > 0 && result > -4096: throw SystemError(call: "accept", code: code)
    // libfcgi's own errors: a peer that does not speak FastCGI. It is gone.
    default: return false
    }
  }
}
