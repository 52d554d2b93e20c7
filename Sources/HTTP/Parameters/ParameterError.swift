/// Why a request's parameters cannot be read. Nothing of a request is done then.
///
/// Names are the client's own text: they go into an answer, not into a log.
public enum ParameterError: Error, Equatable {
  /// The name was given twice: in the query, in the body, in an object inside it, or in both.
  case repeated(name: String)
  /// A percent sign in the query or a form that two hexadecimal digits do not follow.
  case malformedEscape
  /// The body says that it is JSON and is not.
  case malformedJSON(JSONError)
  /// The body is JSON, but no object.
  case notAnObject
  /// The body is not what its Content-Type says.
  case malformedBody(BodyFault)
  /// A body without a Content-Type (nil), of one that holds no parameters, or in another character
  /// set than UTF-8.
  case unsupportedContentType(String?)
  /// A name (nil) or the value of that name is not UTF-8.
  case invalidUTF8(name: String?)
  /// A name (nil) or the value of that name holds U+0000.
  case nul(name: String?)
  /// More parameters than this many.
  case tooMany(limit: Int)

  /// What is wrong with a multipart body.
  public enum BodyFault: Sendable, Equatable {
    /// Content-Type names no boundary, or one that is not 1 to 70 characters long.
    case noBoundary
    /// The boundary is not followed by a line end, or the last one is missing.
    case cutShort
    /// A part's headers are longer than 8 KiB, or are no header lines.
    case malformedPart
    /// A part without a Content-Disposition that names it.
    case partWithoutName
    /// A Content-Transfer-Encoding, which RFC 7578, 4.7 deprecates.
    case transferEncoding
  }
}
