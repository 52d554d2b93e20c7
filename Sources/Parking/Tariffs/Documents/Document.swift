/// A tariff as it was written: a tree of scalars, sequences and mappings with its lines.
///
/// YAML and JSON both become this tree, so that one decoder reports the errors of both and one
/// canonical text (`jsonText`) is stored and hashed.
public struct Document: Sendable {
  /// What stands at one place of the tree.
  public enum Content: Sendable {
    /// A scalar's text; `quoted` if the author marked it as text, so that `"30"` is no number.
    case scalar(String, quoted: Bool)
    /// Values one after the other.
    case sequence([Document])
    /// Keys with their values, in the order written.
    case mapping([Member])
  }

  /// A key of a mapping and its value.
  public struct Member: Sendable {
    /// The key.
    public let key: String
    /// What stands under it.
    public let value: Document

    /// A key with its value.
    public init(key: String, value: Document) {
      self.key = key
      self.value = value
    }
  }

  /// What stands here.
  public let content: Content
  /// The line, from 1; nil if the text is unknown.
  public let line: Int?
  /// The column, from 1; nil if the text is unknown.
  public let column: Int?

  /// A tree with its place in the text, if that is known.
  public init(_ content: Content, line: Int? = nil, column: Int? = nil) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// A text scalar.
  public init(text: String) { self.init(.scalar(text, quoted: true)) }

  /// A number.
  public init(integer: Int) { self.init(.scalar(String(integer), quoted: false)) }

  /// True or false.
  public init(boolean: Bool) { self.init(.scalar(boolean ? "true" : "false", quoted: false)) }

  /// A mapping without lines.
  public init(members: [(String, Document)]) {
    self.init(.mapping(members.map { Member(key: $0.0, value: $0.1) }))
  }
}
