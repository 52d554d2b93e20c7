internal import CFastCGI
internal import Glibc

/// Waits for a connection or a signal, whichever comes first.
///
/// A connection wakes one of the workers that share the socket. `poll` would wake all that are idle,
/// and all but one would find nothing.
struct Doorbell: ~Copyable {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// One that watches both.
  static func make(
    _ listener: Listener, _ signals: borrowing SignalDescriptor
  ) throws(SystemError) -> Doorbell {
    let doorbell = Doorbell(
      descriptor: try SystemError.calling("epoll_create1") { epoll_create1(Int32(O_CLOEXEC)) })
    try doorbell.watch(signals.descriptor, for: EPOLLIN.rawValue)
    try doorbell.watch(listener.descriptor, for: EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue)
    return doorbell
  }

  deinit {
    close(descriptor)
  }

  /// Waits; what rang is to be asked of both.
  func wait() throws(SystemError) {
    var event = epoll_event()
    _ = try SystemError.calling("epoll_wait") { epoll_wait(descriptor, &event, 1, -1) }
  }

  private func watch(_ watched: Int32, for events: UInt32) throws(SystemError) {
    var event = epoll_event(events: events, data: epoll_data_t(fd: watched))
    _ = try SystemError.calling("epoll_ctl") {
      epoll_ctl(descriptor, EPOLL_CTL_ADD, watched, &event)
    }
  }
}
