/// A media type with its parameters (RFC 9110, 8.3.1), for instance `text/plain; charset=utf-8`.
public struct MediaType: Sendable, Equatable {
  /// Type and subtype in lower case, for instance `multipart/form-data`.
  public let name: String
  /// Parameters by lower-case name; quotes are taken off the values.
  public let parameters: [String: String]

  /// Reads a Content-Type header; nil if it is none.
  public init?(_ header: String) {
    guard let value = HeaderValue(Array(header.utf8)) else { return nil }
    let name = value.first.lowercased()
    guard name.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 1 else { return nil }
    self.name = name
    parameters = value.parameters
  }

  /// Whether texts of this type are UTF-8, because it says so or says nothing.
  var isUTF8: Bool {
    guard let charset = parameters["charset"]?.lowercased() else { return true }
    return charset == "utf-8" || charset == "utf8" || charset == "us-ascii"
  }
}
