import Parking
import Yams

extension Document {
  /// The most nodes of a document: aliases can make a short text into a huge tree.
  private static let maximumNodes = 2_000_000

  /// Reads a YAML file with the lines of its values.
  ///
  /// - Throws: `Failure` when it is no UTF-8 or no YAML, with the line.
  init(yamlFile path: String) throws {
    let bytes = try TextFile.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(path) is not UTF-8; save it so")
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Failure("\(path) is empty")
      }
      var left = Self.maximumNodes
      self = try Self(node, left: &left)
    } catch let error as YamlError {
      throw Failure(path, [Self.problem(error)])
    }
  }

  private init(_ node: Yams.Node, left: inout Int) throws {
    left -= 1
    guard left > 0 else { throw Failure("the document is too large") }
    let (line, column) = (node.mark?.line, node.mark?.column)
    switch node {
    case .scalar(let scalar):
      self.init(.scalar(scalar.string, quoted: scalar.style != .plain), line: line, column: column)
    case .sequence(let items):
      var documents: [Document] = []
      for item in items { documents.append(try Document(item, left: &left)) }
      self.init(.sequence(documents), line: line, column: column)
    case .mapping(let pairs):
      var members: [Member] = []
      for (key, value) in pairs {
        members.append(Member(key: key.string ?? "?", value: try Document(value, left: &left)))
      }
      self.init(.mapping(members), line: line, column: column)
    case .alias:
      // Yams follows aliases while it composes; none is left.
      self.init(.scalar("", quoted: false), line: line, column: column)
    }
  }

  private static func problem(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "line \(mark.line), column \(mark.column): this is no YAML: \(problem)"
    case .duplicatedKeysInMapping(let keys, let context):
      "line \(context.mark.line): a key stands here twice: \(keys.joined(separator: ", "))"
    default: "this is no YAML: \(error)"
    }
  }
}
