/// A booth as its park's settings describe it.
public struct BoothSettings: Sendable, Equatable {
  /// Which way vehicles pass it.
  public enum Direction: String, Sendable {
    case enter, exit
  }

  public let boothID: String
  public let name: String
  public let direction: Direction
  /// Empty when there is no video.
  public let videoURL: String
}
