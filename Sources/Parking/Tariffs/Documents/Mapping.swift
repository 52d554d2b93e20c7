/// A mapping under decoding: hands out its keys and, at the end, names those that nobody took.
final class Mapping {
  let node: Node
  private let members: [Document.Member]
  private var known: [String] = []

  init(_ node: Node, _ members: [Document.Member]) {
    self.node = node
    self.members = members
    var seen: Set<String> = []
    for member in members where !seen.insert(member.key).inserted {
      place(member).fail("the key stands here twice; keep one")
    }
  }

  /// The value of an optional key. An explicit null counts as absent.
  func take(_ key: String) -> Node? {
    known.append(key)
    guard let member = members.first(where: { $0.key == key }) else { return nil }
    if case .scalar(let text, quoted: false) = member.value.content,
      text == "null" || text == "~" || text.isEmpty
    {
      return nil
    }
    return place(member)
  }

  /// The value of a key that must be there.
  func require(_ key: String, _ what: String) -> Node? {
    if let node = take(key) { return node }
    node.fail("“\(key)” is missing: \(what)")
    return nil
  }

  /// Whether any of these keys is given.
  func has(_ keys: String...) -> Bool {
    members.contains { keys.contains($0.key) }
  }

  /// Notes a problem for every key that was never asked for.
  func finish(hint: String = "") {
    for member in members where !known.contains(member.key) {
      place(member).fail(
        "unknown key; known here: " + known.sorted().joined(separator: ", ") + hint)
    }
  }

  private func place(_ member: Document.Member) -> Node {
    let path = node.path.isEmpty ? member.key : "\(node.path).\(member.key)"
    return Node(document: member.value, path: path, list: node.list)
  }
}
