package import Parking
internal import Yams

extension Document {
  /// The tree of a YAML text, as the command line makes it.
  package init(yaml: String) throws {
    guard let node = try Yams.compose(yaml: yaml) else { throw EmptyYAML() }
    self.init(node)
  }

  private init(_ node: Yams.Node) {
    let line = node.mark?.line
    let column = node.mark?.column
    switch node {
    case .scalar(let scalar):
      self.init(.scalar(scalar.string, quoted: scalar.style != .plain), line: line, column: column)
    case .sequence(let items):
      self.init(.sequence(items.map { Document($0) }), line: line, column: column)
    case .mapping(let members):
      self.init(
        .mapping(
          members.map { Document.Member(key: $0.key.string ?? "", value: Document($0.value)) }),
        line: line, column: column)
    case .alias:
      self.init(.scalar("", quoted: true), line: line, column: column)
    }
  }
}

/// A YAML text without a document.
private struct EmptyYAML: Error {}
