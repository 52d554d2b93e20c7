extension Tariff {
  /// Decodes a document, or throws everything that is wrong with it at once.
  public init(_ document: Document) throws(TariffErrors) {
    let list = ProblemList()
    let root = Node(document: document, path: "", list: list)
    guard let mapping = root.mapping() else { throw TariffErrors(problems: list.problems) }
    self.init(mapping, document)
    mapping.finish()
    guard list.problems.isEmpty else {
      throw TariffErrors(
        problems: list.problems.sorted {
          ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0)
        })
    }
  }

  /// Decodes the text of a stored or JSON tariff.
  public init(json: String) throws(TariffErrors) {
    let document: Document
    do {
      document = try Document(json: json)
    } catch {
      throw TariffErrors(error)
    }
    try self.init(document)
  }

  private init(_ mapping: Mapping, _ document: Document) {
    self.document = document
    id = mapping.require("tariff", "the tariff's id, such as S-WZ")?.text() ?? ""
    name = mapping.take("name").map { Label($0) } ?? Label(chinese: id, english: id)
    currency = Currency(mapping.require("currency", "its code, such as CNY"))
    timeZone = mapping.take("time_zone")?.timeZone()
    source = mapping.take("source")?.text()
    afterPayment =
      mapping.take("after_payment").flatMap { AfterPayment($0) }
      ?? AfterPayment(grace: 0, then: .restart)
    validFrom = mapping.take("valid_from")?.civilDateTime()
    validTo = mapping.take("valid_to")?.civilDateTime()
    pricesBy = mapping.take("prices_by")?.choice(VersionRule.self) ?? .entry
    resolution = mapping.take("resolution")?.choice(Resolution.self) ?? .second
    coupons = mapping.take("coupons").map { CouponRules($0) } ?? CouponRules()
    reentrySeconds = Tariff.reentry(mapping.take("reentry"))
    mayDecrease = mapping.take("may_decrease")?.boolean() ?? false
    examples = mapping.take("examples")?.items().compactMap { TariffExample($0) } ?? []
    let reader = PlanReader(names: Tariff.dayNames(mapping.take("dates")), currency: currency)
    let base = PlanParts(mapping, base: nil, reader)
    alternatives = Tariff.alternatives(mapping, base, reader)
    lookBack = Tariff.lookBack(of: alternatives, reentrySeconds: reentrySeconds)
  }

  private static func reentry(_ node: Node?) -> Int {
    guard let node, let mapping = node.mapping() else { return 0 }
    let within = mapping.require("within", "the longest absence, such as 15 min")?.duration()
    mapping.finish()
    return within ?? 0
  }

  private static func dayNames(_ node: Node?) -> [String: [DayTerm]] {
    guard let node, let mapping = node.mapping(),
      case .mapping(let members) = node.document.content
    else { return [:] }
    var names: [String: [DayTerm]] = [:]
    for member in members { names[member.key] = DayRule.terms(mapping.take(member.key), [:]) }
    return names
  }

  private static func alternatives(
    _ mapping: Mapping, _ base: PlanParts, _ reader: PlanReader
  ) -> [Alternative] {
    var sets: [(Condition?, PlanParts)] = [(nil, base)]
    check(base, mapping)
    for node in mapping.take("variants")?.items() ?? [] {
      guard let variant = node.mapping() else { continue }
      let condition = variant.require("when", "for which stays").map {
        Condition($0, names: reader.names)
      }
      let name = variant.take("name").map { Label($0) }
      let parts = PlanParts(variant, base: base, reader, name: name).over(base)
      check(parts, variant)
      sets.append((condition, parts))
      variant.finish()
    }
    let concessions = mapping.take("concessions")?.items() ?? []
    return sets.enumerated().map { index, set in
      Alternative(
        condition: set.0, plan: set.1.plan(),
        concessions: concessions.compactMap {
          // Problems are noted once, with the tariff's own parts.
          let node =
            index == 0 ? $0 : Node(document: $0.document, path: $0.path, list: ProblemList())
          return concession(node, set.1, reader)
        })
    }
  }

  /// Notes hours that no window covers, where the windows stand.
  private static func check(_ parts: PlanParts, _ mapping: Mapping) {
    guard let windows = mapping.take("windows"), let gap = Coverage(parts.plan()).gap else {
      return
    }
    windows.fail(
      "no window covers \(gap); add one, or write “outside: free” if such time costs nothing")
  }

  private static func concession(
    _ node: Node, _ base: PlanParts, _ reader: PlanReader
  ) -> Alternative.Concession? {
    guard let mapping = node.mapping() else { return nil }
    let label =
      mapping.require("name", "what the driver reads").map { Label($0) }
      ?? Label(chinese: "", english: "")
    let condition = mapping.take("when").map { Condition($0, names: reader.names) }
    let parts = PlanParts(mapping, base: base, reader, name: label).over(base)
    check(parts, mapping)
    mapping.finish()
    return Alternative.Concession(condition: condition, plan: parts.plan())
  }
}

extension Node {
  /// An IANA name such as `Europe/Berlin`.
  fileprivate func timeZone() -> ParkTimeZone? {
    if let scalar, let zone = ParkTimeZone(identifier: scalar) { return zone }
    fail("expected the name of a time zone, such as Asia/Shanghai")
    return nil
  }
}

extension Currency {
  fileprivate init(_ node: Node?) {
    let code = node?.text() ?? "CNY"
    if code.utf8.count != 3 || !code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      node?.fail("expected a currency's code of three capitals, such as CNY")
    }
    self.init(code: code)
  }
}

extension AfterPayment {
  fileprivate init?(_ node: Node) {
    guard let mapping = node.mapping() else { return nil }
    grace = mapping.require("grace", "minutes to leave in, such as 15 min")?.duration() ?? 0
    then = mapping.take("then")?.choice(Then.self) ?? .restart
    mapping.finish()
  }
}
