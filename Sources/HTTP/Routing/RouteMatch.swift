/// A route that a path matches, and what stands in the path's `{name}` segments.
public struct RouteMatch<Handler> {
  /// The route.
  public let route: Route<Handler>
  /// Its number in the router's list.
  public let index: Int
  /// The decoded text of each `{name}`: not empty, valid UTF-8, without U+0000.
  public let arguments: [String: String]

  /// What answers.
  public var handler: Handler { route.handler }
}

extension RouteMatch: Sendable where Handler: Sendable {}
