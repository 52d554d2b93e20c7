internal import Glibc

/// A system call that failed.
public struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The call's name.
  public let call: String
  /// Its `errno`.
  public let code: Int32

  /// Call and reason, in the system's words.
  public var description: String {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "\(call): \(reason)"
  }

  /// Makes a system call, again as long as a signal interrupts it, and returns its result.
  ///
  /// Every call to the system in this module goes through here, so that EINTR and errors have one
  /// place. `body` makes the call; a negative result is an error.
  static func calling<Result: FixedWidthInteger>(
    _ call: String, _ body: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = body()
      guard result < 0 else { return result }
      let code = errno
      if code != EINTR { throw SystemError(call: call, code: code) }
    }
  }
}
