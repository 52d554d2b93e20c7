extension SiteFile.Tariff {
  /// The key of the language by which a site file knows the tariff.
  static let idKey = "tariff"

  init?(_ node: Node, of operatorID: String, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.take(Self.idKey)
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("tariff", id, in: operatorID, at: idNode) }
    do {
      _ = try Tariff(node.document)
    } catch {
      node.note(error)
    }
    guard let id else { return nil }
    self.init(id: id, rules: node.document, line: node.document.line)
  }

  /// Reads what depends on the clocks of the parks that use the tariff: when it comes into force,
  /// and what its examples cost.
  mutating func settle(_ node: Node, zones: Set<ParkTimeZone>) {
    // Its errors are noted already.
    guard let tariff = try? Tariff(rules) else { return }
    let zone =
      tariff.timeZone ?? zones.first ?? ParkTimeZone(identifier: SiteFile.Park.usualTimeZone)
      ?? .utc
    for other in zones where other != zone && tariff.timeZone != nil {
      node.fail(
        "“time_zone” is \(zone.identifier), and a park that uses it has \(other.identifier)")
    }
    if tariff.validFrom != nil, zones.count > 1 {
      node.fail("parks in several time zones use it, so “valid_from” is no instant; make two of it")
    }
    validFrom = tariff.validFrom.map { zone.instant(of: $0) }
    timeZone = zone
    for result in tariff.exampleResults(context: PricingContext(timeZone: zone)) {
      guard case .success(let fee) = result.outcome, !result.isAsExpected else { continue }
      let example = result.example
      node.note(
        TariffErrors(problems: [
          TariffErrors.Problem(
            path: "examples", line: example.line, column: nil,
            message: "\(example.enter) to \(example.leave) costs \(fee.fen), not \(example.fee)")
        ]))
    }
  }
}

extension Node {
  /// Notes what is wrong with a tariff that stands here.
  fileprivate func note(_ errors: TariffErrors) {
    list.problems += errors.problems.map {
      TariffErrors.Problem(
        path: $0.path.isEmpty ? path : "\(path).\($0.path)", line: $0.line, column: $0.column,
        message: $0.message)
    }
  }
}

extension Instant {
  /// `YYYY-MM-DDTHH:MM:SSZ`
  package var offsetText: String {
    let civil = ParkTimeZone.utc.civil(of: self)
    return "\(civil.date)T\(civil.time)Z"
  }
}
