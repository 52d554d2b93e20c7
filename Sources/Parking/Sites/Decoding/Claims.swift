/// What a site file has named so far: a name that may stand once is refused the second time.
final class Claims {
  /// Something that a name belongs to.
  struct Name: Hashable {
    /// What kind of thing it names, in words.
    let kind: String
    /// Within what it must be unique; empty for the whole file.
    let scope: String
    /// The name.
    let text: String
  }

  private var lines: [Name: Int?] = [:]

  /// Takes a name, or notes that it is taken.
  ///
  /// - Parameter secret: whether the name must not be repeated in the message.
  func claim(
    _ kind: String, _ text: String, in scope: String = "", at node: Node, secret: Bool = false
  ) {
    let name = Name(kind: kind, scope: scope, text: text)
    guard let line = lines[name] else {
      lines[name] = node.document.line
      return
    }
    let place = line.map { " (line \($0))" } ?? ""
    node.fail(
      secret
        ? "another \(kind)\(place) has the same; give each its own"
        : "\(kind) “\(text)” stands here a second time\(place); keep one")
  }
}
