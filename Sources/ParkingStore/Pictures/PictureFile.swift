internal import Crypto

/// A picture to keep.
public struct PictureFile: Sendable {
  /// What its first bytes say it is.
  public enum Format: String, Sendable {
    case jpeg = "image/jpeg"
    case png = "image/png"

    var fileExtension: String { self == .jpeg ? "jpg" : "png" }
  }

  /// What its first bytes say it is.
  public let format: Format
  /// The file.
  public let bytes: [UInt8]
  /// SHA-256 of the bytes, which names the file.
  public let digest: [UInt8]

  /// Made of its parts.
  public init(format: Format, bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
    digest = Array(SHA256.hash(data: bytes))
  }
}
