internal import CFastCGI
internal import Glibc

/// Waits for a connection or a signal, whichever comes first.
///
/// A connection wakes one of the workers that share the socket. `poll` would wake all that are idle,
/// and all but one would find nothing.
struct Doorbell: ~Copyable {
  private let descriptor: Int32
  private let signals: Int32

  /// Who rang.
  enum Ring {
    case connection
    case signal
  }

  private init(descriptor: Int32, signals: Int32) {
    self.descriptor = descriptor
    self.signals = signals
  }

  /// One that watches both.
  static func make(
    _ listener: Listener, _ signals: borrowing SignalDescriptor
  ) throws(SystemError) -> Doorbell {
    let doorbell = Doorbell(
      descriptor: try SystemError.calling("epoll_create1") { epoll_create1(Int32(O_CLOEXEC)) },
      signals: signals.descriptor)
    try doorbell.watch(signals.descriptor, for: EPOLLIN.rawValue)
    try doorbell.watch(listener.descriptor, for: EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue)
    return doorbell
  }

  deinit {
    close(descriptor)
  }

  /// Waits. A signal comes before a connection: who shall leave takes no more work.
  func wait() throws(SystemError) -> Ring {
    var events = (epoll_event(), epoll_event())
    let count = try SystemError.calling("epoll_wait") {
      withUnsafeMutableBytes(of: &events) { bytes in
        epoll_wait(descriptor, bytes.assumingMemoryBound(to: epoll_event.self).baseAddress, 2, -1)
      }
    }
    let isSignal = events.0.data.fd == signals || (count == 2 && events.1.data.fd == signals)
    return isSignal ? .signal : .connection
  }

  private func watch(_ watched: Int32, for events: UInt32) throws(SystemError) {
    var event = epoll_event(events: events, data: epoll_data_t(fd: watched))
    _ = try SystemError.calling("epoll_ctl") {
      epoll_ctl(descriptor, EPOLL_CTL_ADD, watched, &event)
    }
  }
}
