/// Everything that is wrong with a tariff document, in the order of its lines.
public struct TariffErrors: Error, Sendable, Hashable {
  /// One thing to correct.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands: `windows[1].rates[0].price`; empty for the whole document.
    public let path: String
    /// The line, from 1, if the text is known.
    public let line: Int?
    /// The column, from 1, if the text is known.
    public let column: Int?
    /// What is wrong and what to write instead.
    public let message: String

    /// `line 7: windows[1].rates: …`.
    public var description: String {
      let place = path.isEmpty ? "tariff" : path
      return (line.map { "line \($0): " } ?? "") + "\(place): \(message)"
    }
  }

  /// At least one problem.
  public let problems: [Problem]

  init(problems: [Problem]) {
    self.problems = problems
  }
}

extension TariffErrors: CustomStringConvertible {
  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension TariffErrors {
  /// The one problem of a text that is no document.
  init(_ error: DocumentError) {
    problems = [
      Problem(path: "", line: error.line, column: error.column, message: error.message)
    ]
  }
}
