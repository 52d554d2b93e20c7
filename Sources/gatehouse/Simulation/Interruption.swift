import Foundation
import Synchronization

/// Whether somebody asked this program to end, by Ctrl-C or SIGTERM.
enum Interruption {
  private static let count = Atomic<Int>(0)

  /// Watches for it from now on. The second Ctrl-C ends the program at once.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if Interruption.count.add(1, ordering: .relaxed).newValue > 1 { _exit(1) }
      }
    }
  }

  /// Whether it came.
  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }
}
