/// A part of a multipart body that is no text field.
public struct UploadedFile: Sendable, Equatable {
  /// The name of the field.
  public let name: String
  /// The file's name as the client sent it, never to be used as a path; nil if there was none.
  public let fileName: String?
  /// The part's media type; nil if it names none.
  public let contentType: String?
  /// The content.
  public let bytes: [UInt8]
}
