/// A booth as its park's settings describe it.
public struct BoothSettings: Sendable, Equatable {
  /// Which way vehicles pass it.
  public enum Direction: String, Sendable {
    case enter, exit
  }

  /// The booth's id, unique in its park.
  public let boothID: String
  /// What people call it.
  public let name: String
  /// Which way vehicles pass.
  public let direction: Direction
  /// Empty when there is no video.
  public let videoURL: String
}
