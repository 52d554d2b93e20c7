/// What a kept quote was computed from: the facts of the stay, and the tariff versions if they were
/// others than the one in force at the entry.
public struct KeptInputs: Sendable, Equatable {
  /// What was known of the stay.
  public let facts: StayFacts
  /// The numbers of the versions that priced it, in the order of time; empty for the one of the entry.
  public let versions: [Int32]

  /// Made of its parts.
  public init(facts: StayFacts, versions: [Int32] = []) {
    self.facts = facts
    self.versions = versions
  }

  /// As JSON: a stay of which nothing is known is `{}`. Times are microseconds since the Unix epoch.
  var document: Document {
    var members: [(String, Document)] = []
    func list(_ key: String, _ items: [Document]) {
      if !items.isEmpty { members.append((key, Document(.sequence(items)))) }
    }
    func numbers(_ numbers: [Int]) -> Document {
      Document(.sequence(numbers.map { Document(integer: $0) }))
    }
    list(
      "earlier",
      facts.earlier.map {
        numbers([Int($0.enter.microseconds), Int($0.leave.microseconds), $0.fee.fen])
      })
    list(
      "leases",
      facts.leases.map { numbers([Int($0.start.microseconds), Int($0.end.microseconds)]) })
    if facts.isNewEnergy { members.append(("new_energy", Document(boolean: true))) }
    list("persons", facts.persons.sorted().map { Document(text: $0) })
    list(
      "rights",
      facts.rights.map { numbers([Int($0.start.microseconds), Int($0.end.microseconds)]) })
    if let name = facts.vehicleClass { members.append(("vehicle", Document(text: name))) }
    list("versions", versions.map { Document(integer: Int($0)) })
    return Document(members: members)
  }

  /// Reads what `document` wrote.
  init?(_ node: Node) {
    guard let mapping = node.mapping() else { return nil }
    func numbers(_ node: Node, _ count: Int) -> [Int64]? {
      let numbers = node.items().compactMap { $0.integer(Int.min...Int.max).map(Int64.init) }
      guard numbers.count == count else {
        node.fail("expected \(count) whole numbers")
        return nil
      }
      return numbers
    }
    func items(_ key: String) -> [Node] { mapping.take(key)?.items() ?? [] }
    var facts = StayFacts()
    facts.earlier = items("earlier").compactMap { numbers($0, 3) }.map {
      PricingContext.EarlierStay(
        enter: Instant(microseconds: $0[0]), leave: Instant(microseconds: $0[1]),
        fee: Money(fen: Int($0[2])))
    }
    facts.leases = items("leases").compactMap { numbers($0, 2) }.map {
      Interval(start: Instant(microseconds: $0[0]), end: Instant(microseconds: $0[1]))
    }
    facts.isNewEnergy = mapping.take("new_energy")?.boolean() ?? false
    facts.persons = Set(items("persons").compactMap { $0.text() })
    facts.rights = items("rights").compactMap { numbers($0, 2) }.map {
      Interval(start: Instant(microseconds: $0[0]), end: Instant(microseconds: $0[1]))
    }
    facts.vehicleClass = mapping.take("vehicle")?.text()
    versions = items("versions").compactMap { $0.integer(1...Int(Int32.max)).map(Int32.init) }
    mapping.finish()
    self.facts = facts
  }
}
