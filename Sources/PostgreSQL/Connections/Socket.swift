import Glibc

/// The one place that waits for a socket.
enum Socket {
  /// What to wait for.
  struct Readiness: OptionSet {
    let rawValue: Int16
    static let readable = Readiness(rawValue: Int16(POLLIN))
    static let writable = Readiness(rawValue: Int16(POLLOUT))
  }

  /// Waits until the socket is ready or broken.
  ///
  /// A signal makes it wait anew: the caller's signals are blocked and read elsewhere.
  ///
  /// - Parameter limit: nil waits for ever, zero only looks.
  /// - Returns: false when the time ran out.
  static func wait(_ descriptor: Int32, for readiness: Readiness, limit: Duration?) -> Bool {
    var entry = pollfd(fd: descriptor, events: readiness.rawValue, revents: 0)
    while true {
      let count = poll(&entry, 1, limit.map(\.milliseconds) ?? -1)
      if count >= 0 { return count > 0 }
      // Any other failure leaves the verdict to the next read or write of the socket.
      if errno != EINTR { return true }
    }
  }
}
