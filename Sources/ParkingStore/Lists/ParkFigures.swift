/// How full a park is.
public struct ParkFigures: Sendable, Equatable {
  public let inside: Int
  public let temporaryInside: Int
}
