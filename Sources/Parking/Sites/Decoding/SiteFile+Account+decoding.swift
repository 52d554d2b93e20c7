extension SiteFile.Account {
  init?(_ node: Node, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let loginNode = mapping.require("login", "the name to sign in with")
    let login = loginNode?.identifier()
    if let loginNode, let login { claims.claim("login", login, at: loginNode) }
    let name = mapping.require("name", "the name that is shown")?.label()
    let role = mapping.require("role", "attendant, supervisor or operator")?.choice(Role.self)
    let password = SiteFile.Secret(password: mapping)
    let parks = Self.parks(mapping, role)
    mapping.finish()
    guard let login, let name, let role, let password else { return nil }
    self.init(
      login: login, name: name, role: role, password: password, parks: parks,
      line: node.document.line)
  }

  private static func parks(_ mapping: Mapping, _ role: Role?) -> [SiteFile.Reference] {
    guard role != .operator else {
      mapping.take("parks")?.fail("an operator's user sees all parks; leave “parks” out")
      return []
    }
    guard let node = mapping.take("parks") else {
      if let role { mapping.node.fail("“parks” is missing: where this \(role.rawValue) works") }
      return []
    }
    let claims = Claims()
    return node.list("parks").compactMap { item in
      guard let id = item.identifier() else { return nil }
      claims.claim("park", id, at: item)
      return SiteFile.Reference(id: id, line: item.document.line)
    }
  }
}
