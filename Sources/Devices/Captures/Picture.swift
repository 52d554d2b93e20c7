/// A picture that came with a capture.
public struct Picture: Equatable, Sendable {
  /// What it shows.
  public enum Kind: String, Sendable {
    /// The whole view.
    case scene
    /// The plate, cut out.
    case plate
    /// The vehicle, cut out.
    case vehicle
  }

  /// What it shows.
  public let kind: Kind

  /// `image/jpeg` or `image/png`, by the first bytes, whatever the camera said.
  public let mediaType: String

  /// The file.
  public let bytes: [UInt8]

  /// Nil when the bytes begin neither as JPEG nor as PNG.
  public init?(_ kind: Kind, bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      mediaType = "image/jpeg"
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      mediaType = "image/png"
    } else {
      return nil
    }
    self.kind = kind
    self.bytes = bytes
  }
}
