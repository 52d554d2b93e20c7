/// A published price list: data in the tariff language (`docs/tariffs.md`), ready to price stays.
///
/// Pricing is pure and total: the same tariff, instants and context give the same quote for ever,
/// and whatever cannot be priced is a `PricingError`.
public struct Tariff: Sendable {
  /// The tariff's id, such as `S-WZ`.
  public let id: String
  /// The name that lines and lists show.
  public let name: Label
  /// What its amounts are in.
  public let currency: Currency
  /// Where the rule was published.
  public let source: String?
  /// What the tariff was decoded from.
  public let document: Document
  /// How long a driver has to leave after payment, and what follows.
  public let afterPayment: AfterPayment
  /// Worked stays that the tariff must price as they say.
  public let examples: [TariffExample]
  /// The tariff's own plans first, then those of each variant, in the order written.
  let alternatives: [Alternative]

  /// The canonical text for storing and hashing.
  public var json: String { document.jsonText }
}

/// What prices a stay that meets a condition: a plan, and the concessions it may have instead.
struct Alternative: Sendable {
  /// A plan that a stay may have instead, if it meets the condition and it is cheaper.
  struct Concession: Sendable {
    let condition: Condition?
    let plan: Plan
  }

  /// Nil for the tariff's own parts.
  let condition: Condition?
  let plan: Plan
  let concessions: [Concession]
}
