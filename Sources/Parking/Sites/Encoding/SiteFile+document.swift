extension SiteFile {
  /// The document from which this file decodes again, for `gatehouse export`.
  public var document: Document {
    Document(members: [("operators", Document(list: operators.map(\.document)))])
  }
}

extension Document {
  init(list: [Document]) { self.init(.sequence(list)) }

  /// A mapping of the members that have a value.
  init(given members: [(String, Document?)]) {
    self.init(members: members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// A text, or nothing if it is empty.
  static func text(_ text: String) -> Document? { text.isEmpty ? nil : Document(text: text) }
}

extension SiteFile.Operator {
  var document: Document {
    Document(given: [
      ("id", .text(id)), ("name", .text(name)),
      ("tariffs", tariffs.map { Document(list: $0.map(\.document)) }),
      ("parks", parks.map { Document(list: $0.map(\.document)) }),
      ("partners", partners.map { Document(list: $0.map(\.document)) }),
      ("accounts", accounts.map { Document(list: $0.map(\.document)) }),
    ])
  }
}

extension SiteFile.Tariff {
  /// The rules with their id first.
  var document: Document {
    guard case .mapping(let members) = rules.content else { return rules }
    return Document(
      .mapping(
        members.filter { $0.key == Self.idKey } + members.filter { $0.key != Self.idKey }))
  }
}

extension SiteFile.Account {
  var document: Document {
    let parks = parks.map { Document(text: $0.id) }
    return Document(given: [
      ("login", .text(login)), ("name", .text(name)), ("role", .text(role.rawValue)),
      ("parks", role == .operator ? nil : Document(list: parks)),
      password.member("password", "password_hash"),
    ])
  }
}

extension SiteFile.Secret {
  func member(_ plain: String, _ hash: String) -> (String, Document?) {
    switch self {
    case .plain(let text): (plain, Document(text: text))
    case .hashed(let text): (hash, Document(text: text))
    }
  }
}
