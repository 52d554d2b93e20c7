/// Why a text is no JSON document.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column in bytes, from 1.
  public let column: Int
  /// What is wrong there.
  public let message: String

  /// `line 3, column 7: …`.
  public var description: String { "line \(line), column \(column): \(message)" }
}
