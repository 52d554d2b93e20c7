/// How full a park is.
public struct ParkFigures: Sendable, Equatable {
  /// Vehicles inside, of all categories.
  public let inside: Int
  /// Temporary vehicles inside.
  public let temporaryInside: Int
}
