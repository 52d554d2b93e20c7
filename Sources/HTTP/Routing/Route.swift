/// One URL pattern and what answers it.
public struct Route<Handler> {
  /// The pattern, for instance `/device/v1/{vendor}/{token}`.
  public let pattern: String
  /// What answers it.
  public let handler: Handler

  /// A route. The pattern is checked when a router is made of it.
  public init(_ pattern: String, _ handler: Handler) {
    self.pattern = pattern
    self.handler = handler
  }
}

extension Route: Sendable where Handler: Sendable {}
