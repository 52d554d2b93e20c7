import Foundation

/// Something did not happen in time.
struct Overdue: Error, CustomStringConvertible {
  let description: String
}

/// Waits until a condition holds; how long it took.
///
/// - Parameter seconds: How long at most. A limit that is no claim is far beyond what a busy machine takes.
@discardableResult
func wait(
  _ seconds: Double = 300, for event: String, until condition: () throws -> Bool
) throws -> Duration {
  let begin = ContinuousClock.now
  while try !condition() {
    guard ContinuousClock.now - begin < .seconds(seconds) else {
      throw Overdue(description: "not within \(seconds) s: \(event)")
    }
    usleep(10_000)
  }
  return .now - begin
}
