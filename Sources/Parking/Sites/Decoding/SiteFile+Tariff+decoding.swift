extension SiteFile.Tariff {
  /// The key that a site file adds to the language of tariffs.
  static let validFromKey = "valid_from"
  /// The key of the language by which a site file knows the tariff.
  static let idKey = "tariff"

  init?(_ node: Node, of operatorID: String, _ claims: Claims) {
    guard let mapping = node.mapping(), case .mapping(let members) = node.document.content else {
      return nil
    }
    let idNode = mapping.require(Self.idKey, "the tariff's id, by which parks name it")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("tariff", id, in: operatorID, at: idNode) }
    let validFrom = mapping.take(Self.validFromKey).flatMap { $0.instant() }
    let rules = Document(
      .mapping(members.filter { $0.key != Self.validFromKey }),
      line: node.document.line, column: node.document.column)
    if idNode != nil { Self.check(rules, node) }
    guard let id else { return nil }
    self.init(id: id, validFrom: validFrom, rules: rules, line: node.document.line)
  }

  private static func check(_ rules: Document, _ node: Node) {
    do {
      _ = try Tariff(rules)
    } catch {
      node.list.problems += error.problems.map {
        TariffErrors.Problem(
          path: $0.path.isEmpty ? node.path : "\(node.path).\($0.path)", line: $0.line,
          column: $0.column, message: $0.message)
      }
    }
  }
}

extension Node {
  /// An instant with its offset from UTC, because a tariff has no park and so no time zone.
  fileprivate func instant() -> Instant? {
    if let scalar, let instant = Instant(offsetText: scalar) { return instant }
    fail("expected a time with its offset from UTC, such as 2027-01-01T00:00:00+08:00")
    return nil
  }
}

extension Instant {
  /// Reads `YYYY-MM-DDTHH:MM:SS+HH:MM` (or with a space for the T, or Z for the offset).
  init?(offsetText text: String) {
    let civil = text.prefix(19).replacing("T", with: " ")
    guard let wall = CivilDateTime(civil) else { return nil }
    let offset = text.dropFirst(19)
    guard offset != "Z" else {
      self = ParkTimeZone.utc.instant(of: wall)
      return
    }
    guard let sign = offset.first, sign == "+" || sign == "-",
      let time = CivilTime(offset.dropFirst()), offset.utf8.count == 6
    else { return nil }
    let seconds = Int64(time.secondOfDay) * (sign == "+" ? -1 : 1)
    self = ParkTimeZone.utc.instant(of: wall).advanced(bySeconds: seconds)
  }

  /// `YYYY-MM-DDTHH:MM:SSZ`
  package var offsetText: String {
    let civil = ParkTimeZone.utc.civil(of: self)
    return "\(civil.date)T\(civil.time)Z"
  }
}
