/// Finds what answers a path, in a list that is checked as a whole.
///
/// One trailing slash changes nothing. Percent escapes of a segment are decoded after the path is
/// cut, so that `%2F` is part of an argument and not a slash. Letters are compared byte by byte.
public struct Router<Handler> {
  /// All routes, in the order given.
  public let routes: [Route<Handler>]

  /// The patterns with that many segments, each with the index of its route.
  private var patterns: [Int: [(segments: [PathSegment], route: Int)]] = [:]

  /// The routes without arguments by their pattern, which nearly every request spells exactly so.
  private var plain: [ExactName: Int] = [:]

  /// A router. Throws if a pattern is malformed, or if two match the same path: the order of the
  /// list never decides.
  public init(routes: [Route<Handler>]) throws(RouterError) {
    self.routes = routes
    for (index, route) in routes.enumerated() {
      let segments = try Self.segments(of: route.pattern)
      let others = patterns[segments.count, default: []]
      for other in others where zip(segments, other.segments).allSatisfy({ $0.overlaps($1) }) {
        throw .clash(routes[other.route].pattern, route.pattern)
      }
      patterns[segments.count] = others + [(segments, index)]
      if segments.allSatisfy(\.isLiteral) { plain[ExactName(route.pattern)] = index }
    }
  }

  /// Which route answers the path, with its arguments; nil if nothing does, or if the path has a malformed
  /// escape, invalid UTF-8 or U+0000.
  public func match(path: String) -> RouteMatch? {
    if let route = plain[ExactName(path)] { return RouteMatch(index: route, arguments: [:]) }
    guard let pieces = Self.pieces(of: path) else { return nil }
    for pattern in patterns[pieces.count] ?? [] {
      if let arguments = Self.arguments(of: pieces, by: pattern.segments) {
        return RouteMatch(index: pattern.route, arguments: arguments)
      }
    }
    return nil
  }

  private static func segments(of pattern: String) throws(RouterError) -> [PathSegment] {
    guard pattern.utf8.first == UInt8(ascii: "/") else { throw .malformedPattern(pattern) }
    var segments: [PathSegment] = []
    var names = NameSet()
    for piece in cut(pattern) {
      guard let segment = PathSegment(piece) else { throw .malformedPattern(pattern) }
      if case .argument(let name) = segment, !names.insert(name) {
        throw .malformedPattern(pattern)
      }
      segments.append(segment)
    }
    return segments
  }

  private static func pieces(of path: String) -> [[UInt8]]? {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    var pieces: [[UInt8]] = []
    for raw in cut(path) {
      guard let piece = raw.percentDecoded(plusIsSpace: false) else { return nil }
      pieces.append(piece)
    }
    return pieces
  }

  /// The pieces between the slashes, without the empty one after a trailing slash.
  private static func cut(_ path: String) -> [Substring.UTF8View] {
    var pieces = path.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces
  }

  private static func arguments(
    of pieces: [[UInt8]], by segments: [PathSegment]
  ) -> [String: String]? {
    var arguments: [String: String] = [:]
    for (piece, segment) in zip(pieces, segments) {
      switch segment {
      case .literal(let text):
        guard piece == text else { return nil }
      case .argument(let name):
        guard !piece.isEmpty, !piece.contains(0),
          let text = String(validating: piece, as: UTF8.self)
        else { return nil }
        arguments[name] = text
      }
    }
    return arguments
  }
}

extension Router: Sendable where Handler: Sendable {}
