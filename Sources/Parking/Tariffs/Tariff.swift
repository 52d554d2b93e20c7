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
  /// By whose clocks its hours and examples are; nil for those of the park.
  public let timeZone: ParkTimeZone?
  /// Where the rule was published.
  public let source: String?
  /// What the tariff was decoded from.
  public let document: Document
  /// From when on it is in force, by the park's clocks; nil from the beginning.
  public let validFrom: CivilDateTime?
  /// When it is no longer in force; nil for never.
  public let validTo: CivilDateTime?
  /// Which version prices a stay that sees another.
  public let pricesBy: VersionRule
  /// The finest time that counts.
  public let resolution: Resolution
  /// How long a driver has to leave after payment, and what follows.
  public let afterPayment: AfterPayment
  /// How coupons are taken off.
  public let coupons: CouponRules
  /// A vehicle that comes again within so many seconds of its exit continues its stay; 0 if none does.
  public let reentrySeconds: Int
  /// How far back the tariff looks for earlier stays of the vehicle, in seconds before the entry; 0
  /// if it does not.
  ///
  /// Stays that share a cap, and stays that continue each other, form chains without an end; a chain
  /// is followed for a month.
  public let lookBack: Int
  /// Whether a longer stay may cost less than a shorter one, as under an early-bird price.
  public let mayDecrease: Bool
  /// Worked stays that the tariff must price as they say.
  public let examples: [TariffExample]
  /// The tariff's own plan first, then those of each variant, in the order written.
  let alternatives: [Alternative]

  /// The canonical text for storing and hashing.
  public var json: String { document.jsonText }
}
