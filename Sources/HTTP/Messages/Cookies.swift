/// What a browser sent in its `Cookie` header (RFC 6265, 5.4).
public struct Cookies: Sendable {
  private let pairs: [(name: String, value: String)]

  /// Reads a `Cookie` header; nil and pieces without a `=` are no cookies.
  public init(_ header: String?) {
    pairs = (header ?? "").utf8.split(separator: UInt8(ascii: ";")).compactMap { piece in
      let pair = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { return nil }
      return (name: Self.trimmed(pair[0]), value: Self.trimmed(pair[1]))
    }
  }

  /// Reads the cookies of a request.
  public init(_ request: Request) {
    self.init(request.headers["cookie"])
  }

  /// The value of that cookie as sent. nil if it is absent, and also if it came with two different
  /// values: a neighbouring host can plant a second one, and neither can be told to be ours.
  public subscript(name: String) -> String? {
    let values = pairs.filter { $0.name.hasSameBytes(as: name) }.map(\.value)
    guard let first = values.first, values.allSatisfy({ $0.hasSameBytes(as: first) }) else {
      return nil
    }
    return first
  }

  private static func trimmed(_ text: Substring.UTF8View) -> String {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var rest = text.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return String(Substring(rest))
  }
}
