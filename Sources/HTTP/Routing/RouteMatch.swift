/// Which route a path matches, and what stands in the path's `{name}` segments.
public struct RouteMatch: Sendable {
  /// The route's number in the router's list.
  public let index: Int
  /// The decoded text of each `{name}`: not empty, valid UTF-8, without U+0000.
  public let arguments: [String: String]
}
