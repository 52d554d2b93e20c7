internal import Synchronization

/// Tells the jobs of a relay to come to an end: nothing new is begun, what is on its way is
/// finished.
public final class StopSign: Sendable {
  private let isUp = Atomic(false)

  /// A sign that is down.
  public init() {}

  /// Whether to stop.
  public var isRequested: Bool { isUp.load(ordering: .acquiring) }

  /// Puts it up, for good.
  public func request() { isUp.store(true, ordering: .releasing) }

  /// Waits, but not much longer than until the sign is up.
  public func wait(_ duration: Duration) async {
    let end = ContinuousClock.now + duration
    while !isRequested, !Task.isCancelled, .now < end {
      try? await Task.sleep(for: min(.milliseconds(100), end - .now))
    }
  }
}
