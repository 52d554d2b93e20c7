import Synchronization

/// Gives each scenario a park that no other has.
final class ParkSupply: Sendable {
  /// There are too few parks of a kind in ``Site``.
  struct Exhausted: Error {
    let kind: Site.Kind
  }

  private let taken = Mutex<[Site.Kind: Int]>([:])

  /// The number of a park of that kind.
  func take(_ kind: Site.Kind) throws -> String {
    let number = taken.withLock { taken in
      taken[kind, default: 0] += 1
      return taken[kind, default: 0]
    }
    guard number <= kind.count else { throw Exhausted(kind: kind) }
    return Site.parkSN(kind, number)
  }
}
