import Foundation
import Synchronization

/// Threads that work at the same time.
enum Crew {
  /// Runs `body` on that many threads, waits for all, and throws the first error of any.
  static func work(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    try begin(count, body).wait()
  }

  /// Begins that, for one who has something else to do meanwhile.
  static func begin(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Void
  ) -> Shift {
    let shift = Shift()
    for member in 0..<count {
      shift.group.enter()
      Thread.detachNewThread {
        do {
          try body(member)
        } catch {
          shift.errors.withLock { $0.append(error) }
        }
        shift.group.leave()
      }
    }
    return shift
  }

  /// Work that was begun.
  final class Shift: Sendable {
    fileprivate let group = DispatchGroup()
    fileprivate let errors = Mutex<[any Error]>([])

    /// Waits until all are done.
    func wait() throws {
      group.wait()
      if let error = errors.withLock(\.first) { throw error }
    }
  }
}
