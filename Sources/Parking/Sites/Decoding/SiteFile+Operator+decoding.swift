extension SiteFile.Operator {
  init?(_ node: Node, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.require("id", "the operator's name in this file")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("operator", id, at: idNode) }
    let name = mapping.require("name", "what people call the operator")?.label()
    self.init(id: id ?? "", name: name ?? "", line: node.document.line)
    let tariffNodes = mapping.take("tariffs")?.list("tariffs")
    parks = mapping.take("parks")?.list("parks").compactMap { SiteFile.Park($0, claims) }
    accounts = mapping.take("accounts")?.list("accounts").compactMap {
      SiteFile.Account($0, claims)
    }
    partners = mapping.take("partners")?.list("partners").compactMap {
      SiteFile.Partner($0, claims)
    }
    mapping.finish()
    tariffs = tariffNodes?.compactMap { node in
      guard var tariff = SiteFile.Tariff(node, of: self.id, claims) else { return nil }
      let zones = zones(pricedBy: tariff.id)
      tariff.settle(node, zones: zones)
      return tariff
    }
    checkReferences(node)
    if id == nil { return nil }
  }

  private func zones(pricedBy tariff: String) -> Set<ParkTimeZone> {
    Set((parks ?? []).filter { $0.tariff?.id == tariff }.map(\.timeZone))
  }

  /// What parks and accounts name must stand in the sections that the file gives.
  ///
  /// A section that it leaves out may hold the rest in the database, which is asked later.
  private func checkReferences(_ node: Node) {
    if let tariffs {
      let known = Set(tariffs.map(\.id))
      for case let tariff? in (parks ?? []).map(\.tariff) where !known.contains(tariff.id) {
        node.fail("tariff", tariff, "no tariff “\(tariff.id)” stands in this operator's “tariffs”")
      }
    }
    if let parks {
      let known = Set(parks.map(\.id))
      let named = (accounts ?? []).flatMap(\.parks) + (partners ?? []).flatMap(\.parks)
      for park in named where !known.contains(park.id) {
        node.fail("parks", park, "no park “\(park.id)” stands in this operator's “parks”")
      }
    }
  }
}

extension Node {
  /// Notes that a reference leads nowhere, at its own line.
  fileprivate func fail(_ key: String, _ reference: SiteFile.Reference, _ message: String) {
    list.problems.append(
      TariffErrors.Problem(
        path: "\(path).\(key)", line: reference.line, column: nil, message: message))
  }
}
