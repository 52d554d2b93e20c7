internal import CFastCGI
internal import Glibc

/// The signals that end the worker, readable like a file.
///
/// They are blocked from here on: a signal in the middle of a body would cut it without an error,
/// and one between a check and `accept` would be lost.
struct SignalDescriptor: ~Copyable {
  let descriptor: Int32

  /// Blocks SIGTERM, SIGINT and SIGUSR1, libfcgi's own signal to leave, for this thread and those
  /// that it starts.
  init() throws(SystemError) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGINT, SIGUSR1] { sigaddset(&signals, signal) }
    let code = pthread_sigmask(SIG_BLOCK, &signals, nil)
    guard code == 0 else { throw SystemError(call: "pthread_sigmask", code: code) }
    descriptor = try SystemError.calling("signalfd") {
      signalfd(-1, &signals, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    }
  }

  deinit {
    close(descriptor)
  }

  /// Takes the signal that came; nil if there is none.
  func take() throws(SystemError) -> Int32? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    do throws(SystemError) {
      let count = try SystemError.calling("read") { read(descriptor, &information, size) }
      return count == size ? Int32(information.ssi_signo) : nil
    } catch {
      if error.code == EAGAIN { return nil }
      throw error
    }
  }
}
