extension Request {
  /// A request's method.
  public enum Method: Sendable, Equatable {
    /// Reads, and, in the booth's document, changes state as well.
    case get
    /// As GET, without the body of the answer.
    case head
    /// As GET, with parameters in the body.
    case post
    /// Any other, by its name; no URL of ours takes one.
    case other(String)

    /// The method with that name. Lower-case `get` is another method.
    public init(_ name: String) {
      switch name {
      case "GET": self = .get
      case "HEAD": self = .head
      case "POST": self = .post
      default: self = .other(name)
      }
    }
  }
}
