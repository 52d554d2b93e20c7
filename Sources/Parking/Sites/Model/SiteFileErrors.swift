/// Everything that is wrong with a site file, in the order of its lines.
public struct SiteFileErrors: Error, Sendable, Hashable {
  /// One thing to correct.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands: `operators[0].parks[1].places`; empty for the whole file.
    public let path: String
    /// The line, from 1; nil if it is not known.
    public let line: Int?
    /// What is wrong, and what to write instead.
    public let message: String

    /// A problem at a place of the file.
    public init(path: String, line: Int?, message: String) {
      self.path = path
      self.line = line
      self.message = message
    }

    /// `line 12: operators[0].name: …`
    public var description: String {
      let place = line.map { "line \($0): " } ?? ""
      return path.isEmpty ? place + message : "\(place)\(path): \(message)"
    }
  }

  /// At least one problem.
  public let problems: [Problem]

  /// The problems in the order of their lines.
  public init(_ problems: [Problem]) {
    self.problems = problems.enumerated().sorted {
      ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
    }.map(\.element)
  }
}

extension SiteFileErrors: CustomStringConvertible {
  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
