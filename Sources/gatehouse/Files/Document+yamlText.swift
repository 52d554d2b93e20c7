import Parking
import Yams

extension Document {
  /// The document as YAML, in the order of its keys.
  func yamlText() throws -> String {
    try Yams.serialize(node: node(inSequence: false), indent: 2, width: -1, allowUnicode: true)
  }

  /// The longest mapping or sequence that stands on one line.
  private static let maximumFlowLength = 88

  private func node(inSequence: Bool) -> Yams.Node {
    switch content {
    case .scalar(let text, let quoted):
      let style: Yams.Node.Scalar.Style = quoted && Self.isLiteral(text) ? .singleQuoted : .plain
      return .scalar(Yams.Node.Scalar(text, Tag(.implicit), style))
    case .sequence(let items):
      let nodes = items.map { $0.node(inSequence: true) }
      let length = Self.flowLength(items)
      return .sequence(Yams.Node.Sequence(nodes, Tag(.implicit), length == nil ? .block : .flow))
    case .mapping(let members):
      let pairs = members.map { (Yams.Node($0.key), $0.value.node(inSequence: false)) }
      let length = inSequence ? Self.flowLength(members.map(\.value)) : nil
      return .mapping(Yams.Node.Mapping(pairs, Tag(.implicit), length == nil ? .block : .flow))
    }
  }

  /// The characters of some scalars on one line; nil if it is too long or they are not all scalars.
  private static func flowLength(_ items: [Document]) -> Int? {
    var length = 0
    for item in items {
      guard case .scalar(let text, _) = item.content else { return nil }
      length += text.unicodeScalars.count + 8
    }
    return length <= maximumFlowLength ? length : nil
  }

  /// Whether a text would be read as a number, a truth value or nothing without its quotes.
  private static func isLiteral(_ text: String) -> Bool {
    ["", "~", "null", "true", "false"].contains(text) || Int(text) != nil
  }
}
